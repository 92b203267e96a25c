package org.rwave.producer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.recording.RecordingException;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.ReferenceSpan;

/**
 * One patient's live feed: the next chunk and when it falls due. Sample indices are those of the recording in its first
 * pass and go on from there when it starts again. Holds one chunk.
 */
final class PatientFeed implements Closeable {
    private final Recording recording;
    private final RecordingChunks chunks;
    private final Optional<ReferenceCursor> reference;
    private final SamplingRate rate;
    private final boolean loop;
    private final long passStart;
    private final long firstSample;
    private final long endSample;
    private final FeedId feed;
    private final TimeAnchor anchor;

    private long shift;
    private long nextSample;
    private Optional<FeedChunk> chunk = Optional.empty();
    private Optional<ReferenceSpan> span = Optional.empty();
    private OptionalLong lastSentTimestamp = OptionalLong.empty();

    private PatientFeed(Recording recording, ReplayPatient patient, ReplaySettings settings, long startEpochMicros)
            throws IOException {
        this.recording = recording;
        this.rate = recording.rate();
        this.loop = settings.loop();
        this.chunks = new RecordingChunks(recording, Math.max(1, rate.samplesIn(settings.chunk())), 0);
        this.reference = ReferenceCursor.of(patient.source(), rate);
        this.passStart = rate.sampleAt(settings.start().toNanos() * 1e-9);
        this.firstSample = passStart + phaseSamples(recording, patient.phase(), passStart);
        this.endSample = settings.duration()
                .map(length -> firstSample + rate.sampleAt(length.toNanos() * 1e-9))
                .orElse(Long.MAX_VALUE);
        this.feed = new FeedId(patient.patientId(), "replay/" + patient.source().origin() + "/" + startEpochMicros);
        this.anchor = new TimeAnchor(firstSample, startEpochMicros, rate);
        this.nextSample = firstSample;
        begin(firstSample);
        advance();
    }

    /**
     * Opens the patient's recording where the replay starts.
     *
     * @param startEpochMicros instant of the first sample sent
     * @throws RecordingException when the recording cannot be read, or ends before the replay would start
     */
    static PatientFeed open(ReplayPatient patient, ReplaySettings settings, long startEpochMicros) throws IOException {
        Recording recording = patient.source().open();
        boolean isOpen = false;
        try {
            requireSignalAt(settings.start(), recording);
            PatientFeed feed = new PatientFeed(recording, patient, settings, startEpochMicros);
            isOpen = true;
            return feed;
        } finally {
            if (!isOpen) {
                recording.close();
            }
        }
    }

    private static void requireSignalAt(Duration start, Recording recording) throws RecordingException {
        OptionalLong length = recording.length();
        SamplingRate rate = recording.rate();
        if (length.isPresent() && rate.sampleAt(start.toNanos() * 1e-9) >= length.getAsLong()) {
            throw new RecordingException("record " + recording.name() + " is "
                    + String.format(Locale.ROOT, "%.3f", rate.secondsAt(length.getAsLong()))
                    + " s long, so a replay cannot start " + start.toMillis() / 1000.0 + " s from its start");
        }
    }

    /** A phase beyond the end goes round. */
    private static long phaseSamples(Recording recording, Duration phase, long passStart) {
        long samples = recording.rate().sampleAt(phase.toNanos() * 1e-9);
        OptionalLong length = recording.length();
        return length.isPresent() ? samples % (length.getAsLong() - passStart) : samples;
    }

    private void begin(long recordingSample) throws IOException {
        chunks.seek(recordingSample);
        if (reference.isPresent()) {
            reference.get().seek(recordingSample);
        }
        shift = nextSample - recordingSample;
    }

    /** What to send next; empty at the end. */
    Optional<FeedChunk> chunk() {
        return chunk;
    }

    /** The reference annotations of {@link #chunk()}. */
    Optional<ReferenceSpan> span() {
        return span;
    }

    /** Signal time from the first sample sent to the end of {@link #chunk()}: when that falls due in real time. */
    long dueSignalNanos() {
        return Math.round((nextSample - firstSample) * (1e9 / rate.hertz()));
    }

    String patientId() {
        return feed.patientId();
    }

    /** Instant of the last sample sent, milliseconds since the epoch; empty when nothing has been. */
    OptionalLong lastSentTimestamp() {
        return lastSentTimestamp;
    }

    /** The chunk has been sent: goes on to the next. */
    void advance() throws IOException {
        chunk.ifPresent(sent -> lastSentTimestamp = OptionalLong.of(sent.recordTimestamp()));
        chunk = Optional.empty();
        span = Optional.empty();
        if (nextSample >= endSample) {
            return;
        }
        Optional<WaveformChunk> raw = chunks.next();
        if (raw.isEmpty() && loop) {
            begin(passStart);
            raw = chunks.next();
        }
        if (raw.isPresent()) {
            take(raw.get());
        }
    }

    private void take(WaveformChunk raw) throws IOException {
        int count = (int) Math.min(raw.sampleCount(), endSample - nextSample);
        ByteBuffer samples = raw.samples();
        samples.limit(2 * count * raw.leads().size());
        WaveformChunk sent = WaveformChunk.of(nextSample, anchor.epochMicrosAt(nextSample), rate, raw.leads(), samples);
        if (reference.isPresent()) {
            span = Optional.of(new ReferenceSpan(
                    feed, nextSample, count, reference.get().until(nextSample + count - shift, shift)));
        }
        chunk = Optional.of(new FeedChunk(feed, sent));
        nextSample += count;
    }

    @Override
    public void close() throws IOException {
        recording.close();
    }
}
