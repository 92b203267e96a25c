package org.rwave.processor;

import java.util.List;
import java.util.Optional;
import org.rwave.ecg.monitor.BeatDelay;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;
import org.rwave.processor.Continuity.Arrival;
import org.rwave.processor.alarmsettings.PatientAlarmSettings;
import org.rwave.schemas.feed.FeedId;

/** One source of one patient: its continuity (step 2) and its monitor (steps 3 to 8). One thread at a time. */
final class PatientStream {
    private final FeedId feed;
    private final Continuity continuity;
    private final OffsetTrail trail;
    private final PatientMonitor monitor;
    private long lastSampleIndex;
    private long lastSampleEpochMicros;

    private PatientStream(FeedId feed, Continuity continuity, OffsetTrail trail, PatientMonitor monitor) {
        this.feed = feed;
        this.continuity = continuity;
        this.trail = trail;
        this.monitor = monitor;
    }

    /** A stream that begins with {@code first}, which is not taken yet. */
    static PatientStream begin(FeedId feed, WaveformChunk first, Monitors monitors, PatientAlarmSettings alarms) {
        return new PatientStream(feed, new Continuity(), new OffsetTrail(), monitors.fresh(first, alarms));
    }

    FeedId feed() {
        return feed;
    }

    /** Why {@code chunk} cannot belong to this source: rate and leads are constant within one. */
    Optional<Reject> contradiction(WaveformChunk chunk) {
        if (!chunk.rate().equals(monitor.rate())) {
            return Optional.of(new Reject(
                    "rate-changed",
                    "sampling rate changed from " + monitor.rate().hertz() + " to "
                            + chunk.rate().hertz() + " Hz within source " + feed.sourceId()
                            + "; a new rate needs a new sourceId"));
        }
        if (chunk.leads() != monitor.leads() && !chunk.leads().equals(monitor.leads())) {
            return Optional.of(new Reject(
                    "leads-changed",
                    "leads changed from " + monitor.leads() + " to " + chunk.leads() + " within source "
                            + feed.sourceId() + "; new leads need a new sourceId"));
        }
        return Optional.empty();
    }

    Arrival judge(WaveformChunk chunk) {
        return continuity.judge(chunk);
    }

    /** The part of {@code chunk} that is new; it counts as taken and must go to {@link #accept}. */
    WaveformChunk take(WaveformChunk chunk, long offset) {
        WaveformChunk fresh = continuity.take(chunk);
        trail.add(fresh.firstSampleIndex(), offset);
        lastSampleIndex = fresh.endSampleIndex() - 1;
        lastSampleEpochMicros = fresh.lastSampleEpochMicros();
        return fresh;
    }

    /** Steps 3 to 8. */
    Facts accept(WaveformChunk fresh, long[] referenceBeats) {
        return monitor.accept(fresh, referenceBeats);
    }

    /** Changes the alarm settings from the next sample on; nothing is forgotten. */
    void changeAlarms(PatientAlarmSettings alarms) {
        monitor.changeAlarms(alarms.settings());
    }

    /** Where the time of the beats went that the latest {@link #accept} stated. */
    List<BeatDelay> delays() {
        return monitor.delays();
    }

    /** The source has ended: what was still open. */
    Facts finish() {
        return monitor.finish();
    }

    long lastSampleIndex() {
        return lastSampleIndex;
    }

    long lastSampleEpochMicros() {
        return lastSampleEpochMicros;
    }

    /** Offset of the first input record that may hold {@code sample}. */
    long offsetAt(long sample) {
        return trail.offsetAt(sample);
    }

    void writeTo(SnapshotWriter out) {
        out.putString(feed.sourceId()).putLong(lastSampleIndex).putLong(lastSampleEpochMicros);
        continuity.writeTo(out);
        trail.writeTo(out);
        int begin = out.beginBytes();
        monitor.save(out);
        out.endBytes(begin);
    }

    static PatientStream readFrom(SnapshotReader in, String patientId, Monitors monitors, PatientAlarmSettings alarms) {
        FeedId feed = new FeedId(patientId, in.getString());
        long lastSampleIndex = in.getLong();
        long lastSampleEpochMicros = in.getLong();
        Continuity continuity = Continuity.readFrom(in);
        OffsetTrail trail = OffsetTrail.readFrom(in);
        PatientStream stream = new PatientStream(feed, continuity, trail, monitors.resume(in.getBytes(), alarms));
        stream.lastSampleIndex = lastSampleIndex;
        stream.lastSampleEpochMicros = lastSampleEpochMicros;
        return stream;
    }
}
