package org.rwave.processor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.rwave.ecg.monitor.BeatDelay;
import org.rwave.ecg.signal.WaveformChunk;

/**
 * Where the time goes between an R peak and its beat being sent, in four parts that add up: what the detector needs to
 * be sure ({@code physiology}), what the class needs to see of the next beat ({@code look-ahead}), what the chunk's end
 * keeps the deciding sample waiting ({@code chunk-wait}), and Kafka and this processor ({@code pipeline}). Only the last
 * one is a matter of machines. Safe for use by several threads.
 */
final class BeatDelayMetrics {
    private final Timer physiology;
    private final Timer lookAhead;
    private final Timer chunkWait;
    private final Timer pipeline;

    BeatDelayMetrics(MeterRegistry registry) {
        physiology = timer(registry, "physiology", 50, 100, 200, 300, 400, 600, 1000, 2000);
        lookAhead = timer(registry, "look-ahead", 100, 200, 400, 600, 800, 1000, 1500, 2000, 3000);
        chunkWait = timer(registry, "chunk-wait", 10, 25, 50, 100, 150, 250, 500, 1000);
        pipeline = timer(registry, "pipeline", 1, 2, 5, 10, 20, 30, 50, 100, 200, 500, 1000, 5000);
    }

    private static Timer timer(MeterRegistry registry, String part, long... bucketMillis) {
        return Timer.builder("rwave.beat.delay")
                .description("From a final beat's R peak to the beat being sent, in parts that add up")
                .tag("part", part)
                .serviceLevelObjectives(
                        Arrays.stream(bucketMillis).mapToObj(Duration::ofMillis).toArray(Duration[]::new))
                .register(registry);
    }

    /** A beat that {@code chunk} made final. */
    void beat(BeatDelay delay, WaveformChunk chunk) {
        record(physiology, delay.foundAtSample() - delay.rPeakSample(), chunk);
        record(lookAhead, delay.decidedAtSample() - delay.foundAtSample(), chunk);
        record(chunkWait, chunk.endSampleIndex() - 1 - delay.decidedAtSample(), chunk);
    }

    /** The same beat has left, {@code millis} after the last sample of its chunk. */
    void sent(long millis) {
        pipeline.record(millis, TimeUnit.MILLISECONDS);
    }

    private static void record(Timer timer, long samples, WaveformChunk chunk) {
        timer.record(chunk.rate().microsAt(samples), TimeUnit.MICROSECONDS);
    }
}
