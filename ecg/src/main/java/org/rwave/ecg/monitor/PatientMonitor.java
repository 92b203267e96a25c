package org.rwave.ecg.monitor;

import java.util.List;
import org.rwave.ecg.alarm.AlarmSettings;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * One patient: waveform in, facts out. Knows no Kafka, no clock, no thread; one thread at a time may call it. Any cut of
 * the same samples into chunks gives the same facts.
 *
 * <p>A chunk that starts after {@link #nextSampleIndex()} leaves a gap, which no filter crosses. The part of a chunk
 * before it is ignored. Beats are final at most 2.6 s after their R peak, vital signs come once a second of signal time.
 */
public final class PatientMonitor {
    private static final byte SNAPSHOT_VERSION = 10;

    /** Clocks of a source may differ from its sample count by this much before the anchor moves. */
    private static final long CLOCK_TOLERANCE_MICROS = 1_000;

    private final List<Lead> leads;
    private final SamplingRate rate;
    private final BeatSource beatSource;
    private final MonitoredLeads monitored;
    private final SignalPath path;
    private final FactCollector facts;
    private final SignalClock clock;
    private final BeatDelays delays = new BeatDelays();
    private TimeAnchor anchor;
    private long nextSampleIndex;

    /** A monitor for the stream that begins with {@code first}, which is yet to be accepted. */
    public PatientMonitor(MonitorSettings settings, BeatClassifier classifier, WaveformChunk first) {
        this(settings, classifier, first.rate(), first.leads(), first.firstSampleIndex());
        anchor = new TimeAnchor(first.firstSampleIndex(), first.startEpochMicros(), rate);
    }

    private PatientMonitor(
            MonitorSettings settings, BeatClassifier classifier, SamplingRate rate, List<Lead> leads, long start) {
        this.leads = leads;
        this.rate = rate;
        this.beatSource = settings.beatSource();
        this.monitored = new MonitoredLeads(leads, rate);
        this.path = new SignalPath(settings, classifier, rate, monitored.count(), delays);
        this.facts = new FactCollector(settings, rate, delays);
        this.clock = new SignalClock(rate, start);
        this.nextSampleIndex = start;
        path.begin(start);
    }

    /** Takes the next samples, R peaks from the own detector. */
    public Facts accept(WaveformChunk chunk) {
        return accept(chunk, new long[0]);
    }

    /**
     * Takes the next samples together with the reference R peaks that lie within them.
     *
     * @param referenceBeats ascending source sample indices in [{@code chunk.firstSampleIndex()}, {@code
     *     chunk.endSampleIndex()}); must be empty unless the beat source is REFERENCE
     * @throws IllegalArgumentException when rate or leads differ from those of the first chunk
     */
    public Facts accept(WaveformChunk chunk, long[] referenceBeats) {
        requireSameStream(chunk, referenceBeats);
        delays.clear();
        if (chunk.endSampleIndex() <= nextSampleIndex) {
            return Facts.NONE;
        }
        if (chunk.firstSampleIndex() > nextSampleIndex) {
            gapUntil(chunk);
        }
        moveAnchor(chunk);
        for (long reference : referenceBeats) {
            if (reference >= nextSampleIndex) {
                path.reference(reference);
            }
        }
        int skipped = Math.toIntExact(nextSampleIndex - chunk.firstSampleIndex());
        for (int sample = skipped; sample < chunk.sampleCount(); ) {
            int left = Math.min(chunk.sampleCount() - sample, clock.samplesToNext(nextSampleIndex));
            int count = monitored.take(chunk, sample, left);
            path.accept(monitored.millivolts(), count, nextSampleIndex, monitored, facts, anchor);
            sample += count;
            nextSampleIndex += count;
            keepTime();
        }
        return facts.take();
    }

    private void requireSameStream(WaveformChunk chunk, long[] referenceBeats) {
        if (chunk.rate().hertz() != rate.hertz()) {
            throw new IllegalArgumentException("sampling rate changed in mid-stream from " + rate.hertz() + " to "
                    + chunk.rate().hertz() + " Hz at sample " + chunk.firstSampleIndex());
        }
        if (chunk.leads() != leads && !chunk.leads().equals(leads)) {
            throw new IllegalArgumentException("leads changed in mid-stream from " + leads + " to " + chunk.leads()
                    + " at sample " + chunk.firstSampleIndex());
        }
        if (referenceBeats.length > 0 && beatSource != BeatSource.REFERENCE) {
            throw new IllegalArgumentException("reference beats were given to a monitor that uses its own detector");
        }
    }

    private void gapUntil(WaveformChunk chunk) {
        path.finish(monitored, facts, anchor);
        facts.gap(nextSampleIndex, chunk.firstSampleIndex(), anchor);
        path.reset();
        monitored.reset();
        nextSampleIndex = chunk.firstSampleIndex();
        path.begin(nextSampleIndex);
        clock.skipTo(nextSampleIndex);
    }

    private void moveAnchor(WaveformChunk chunk) {
        long expected = anchor.epochMicrosAt(chunk.firstSampleIndex());
        if (Math.abs(chunk.startEpochMicros() - expected) > CLOCK_TOLERANCE_MICROS) {
            anchor = new TimeAnchor(chunk.firstSampleIndex(), chunk.startEpochMicros(), rate);
        }
    }

    private void keepTime() {
        boolean tick = clock.isTick(nextSampleIndex);
        boolean second = clock.isSecond(nextSampleIndex);
        if (tick || second) {
            boolean monitoring = monitored.anyUsable() && !path.isLearning();
            long newest = nextSampleIndex - 1;
            if (tick) {
                facts.tick(newest, anchor, monitored.statuses(), monitoring);
            }
            if (second) {
                facts.vitals(newest, anchor, monitored.statuses(), monitoring);
            }
        }
    }

    /** Changes the alarm settings from the next sample on; active alarms and all that is remembered are kept. */
    public void changeAlarms(AlarmSettings settings) {
        facts.changeAlarms(settings);
    }

    /** The recording has ended: decides what was still open. The monitor takes nothing after that. */
    public Facts finish() {
        delays.clear();
        path.finish(monitored, facts, anchor);
        facts.finish(Math.max(0, nextSampleIndex - 1), anchor);
        return facts.take();
    }

    /**
     * Where the time went of the final beats that the latest call of {@code accept} or {@link #finish} stated, in their
     * order; without those found before a {@link #resume}.
     */
    public List<BeatDelay> delays() {
        return delays.sinceCleared();
    }

    /** The first sample that has not been taken yet. */
    public long nextSampleIndex() {
        return nextSampleIndex;
    }

    /** Samples per second of the stream. */
    public SamplingRate rate() {
        return rate;
    }

    /** The leads of the stream. */
    public List<Lead> leads() {
        return leads;
    }

    /** The whole state; {@link #resume} continues from it bit for bit. */
    public byte[] snapshot() {
        SnapshotWriter out = new SnapshotWriter();
        save(out);
        return out.toByteArray();
    }

    /** Writes what {@link #snapshot} returns, without a copy in between. */
    public void save(SnapshotWriter out) {
        out.putByte(SNAPSHOT_VERSION).putDouble(rate.hertz()).putByte(leads.size());
        for (Lead lead : leads) {
            out.putString(lead.name()).putString(lead.mdcCode());
            out.putDouble(lead.microvoltsPerUnit()).putDouble(lead.baselineUnits());
        }
        out.putLong(nextSampleIndex).putLong(anchor.sampleIndex()).putLong(anchor.epochMicros());
        clock.save(out);
        monitored.save(out);
        path.save(out);
        facts.save(out);
    }

    /**
     * The monitor that wrote {@code snapshot}, which must have had the same model and, but for the alarms, settings.
     *
     * @throws IllegalArgumentException when the snapshot is of another version
     */
    public static PatientMonitor resume(byte[] snapshot, MonitorSettings settings, BeatClassifier classifier) {
        SnapshotReader in = new SnapshotReader(snapshot);
        byte version = in.getByte();
        if (version != SNAPSHOT_VERSION) {
            throw new IllegalArgumentException(
                    "monitor snapshot has version " + version + ", this build reads version " + SNAPSHOT_VERSION);
        }
        SamplingRate rate = new SamplingRate(in.getDouble());
        Lead[] leads = new Lead[in.getByte()];
        for (int i = 0; i < leads.length; i++) {
            leads[i] = new Lead(in.getString(), in.getString(), in.getDouble(), in.getDouble());
        }
        long next = in.getLong();
        PatientMonitor monitor = new PatientMonitor(settings, classifier, rate, List.of(leads), next);
        monitor.anchor = new TimeAnchor(in.getLong(), in.getLong(), rate);
        monitor.clock.load(in);
        monitor.monitored.load(in);
        monitor.path.load(in);
        monitor.facts.load(in);
        return monitor;
    }
}
