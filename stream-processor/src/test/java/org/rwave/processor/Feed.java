package org.rwave.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.simulate.PatientProfile;
import org.rwave.ecg.simulate.Scenario;
import org.rwave.ecg.simulate.SimulatedRecording;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.ReferenceSpan;

/** One source held in memory, to be cut into chunks at will. */
final class Feed {
    static final long START_MICROS = 1_700_000_000_000_000L;
    static final SamplingRate RATE = new SamplingRate(360);

    private final FeedId id;
    private final WaveformChunk whole;
    private final List<Annotation> annotations;

    private Feed(FeedId id, WaveformChunk whole, List<Annotation> annotations) {
        this.id = id;
        this.whole = whole;
        this.annotations = annotations;
    }

    /** A simulated patient: some {@code seconds} of sinus rhythm with ectopic beats, a couplet, a run and a standstill. */
    static Feed simulated(String patientId, long seed) {
        Scenario scenario = Scenario.builder()
                .sinus(75, Duration.ofSeconds(12))
                .prematureVentricular()
                .sinus(75, Duration.ofSeconds(6))
                .couplet()
                .sinus(80, Duration.ofSeconds(6))
                .run(6)
                .sinus(80, Duration.ofSeconds(8))
                .asystole(Duration.ofSeconds(6))
                .sinus(70, Duration.ofSeconds(8))
                .build();
        SimulatedRecording recording = new SimulatedRecording("sim", scenario, PatientProfile.random(seed), RATE, seed);
        try {
            int length = Math.toIntExact(recording.length().orElseThrow());
            return of(new FeedId(patientId, "sim-" + seed), recording, length, recording.annotations());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Feed of(FeedId id, Recording recording, int samples, List<Annotation> annotations) throws IOException {
        WaveformChunk whole =
                new RecordingChunks(recording, samples, START_MICROS).next().orElseThrow();
        return new Feed(id, whole, annotations);
    }

    /** The same signal under another name. */
    Feed as(String patientId, String sourceId) {
        return new Feed(new FeedId(patientId, sourceId), whole, annotations);
    }

    FeedId id() {
        return id;
    }

    WaveformChunk whole() {
        return whole;
    }

    List<Annotation> annotations() {
        return annotations;
    }

    FeedChunk chunk(int from, int to) {
        ByteBuffer bytes = whole.samples();
        int frame = 2 * whole.leads().size();
        bytes.position(from * frame).limit(to * frame);
        long start = START_MICROS + whole.rate().microsAt(from);
        return new FeedChunk(id, WaveformChunk.of(from, start, whole.rate(), whole.leads(), bytes));
    }

    List<FeedChunk> chunks(int length) {
        return chunks(() -> length);
    }

    List<FeedChunk> randomChunks(long seed) {
        Random random = new Random(seed);
        return chunks(() -> 1 + random.nextInt(400));
    }

    private List<FeedChunk> chunks(IntSupplier lengths) {
        List<FeedChunk> chunks = new ArrayList<>();
        for (int at = 0; at < whole.sampleCount(); ) {
            int end = Math.min(whole.sampleCount(), at + lengths.getAsInt());
            chunks.add(chunk(at, end));
            at = end;
        }
        return chunks;
    }

    /** The annotations in spans of {@code length} samples. */
    List<ReferenceSpan> spans(int length) {
        List<ReferenceSpan> spans = new ArrayList<>();
        Iterator<Annotation> rest = annotations.iterator();
        Annotation next = rest.hasNext() ? rest.next() : null;
        for (int at = 0; at < whole.sampleCount(); at += length) {
            List<Annotation> within = new ArrayList<>();
            while (next != null && next.sampleIndex() < at + length) {
                within.add(next);
                next = rest.hasNext() ? rest.next() : null;
            }
            spans.add(new ReferenceSpan(id, at, length, within));
        }
        return spans;
    }
}
