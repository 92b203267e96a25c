package org.rwave.processor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rwave.ecg.alarm.AlarmCommand;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.CommandAnswer;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.monitor.BeatDelay;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.processor.Continuity.Arrival;

/** The processor's own counts and times. Safe for use by several threads; no patient ids, no signal. */
final class ProcessorMetrics {
    /** Chunks older than this when processed are a replay of the past, of whose latency there is nothing to say. */
    private static final long LIVE_MILLIS = 60_000;

    private final MeterRegistry registry;
    private final Map<Arrival, Counter> chunks = new EnumMap<>(Arrival.class);
    private final Map<BeatClass, Counter> beats = new EnumMap<>(BeatClass.class);
    private final Counter vitals;
    private final Counter snapshots;
    private final Counter snapshotBytes;
    private final Counter snapshotTailBytes;
    private final AtomicInteger patients = new AtomicInteger();
    private final BeatDelayMetrics delays;
    private final Timer pipeline;
    private final Timer inference;

    ProcessorMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Arrival arrival : Arrival.values()) {
            chunks.put(
                    arrival,
                    Counter.builder("rwave.chunks")
                            .description("Waveform chunks by how they followed the one before")
                            .tag("arrival", arrival.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        for (BeatClass beatClass : BeatClass.values()) {
            beats.put(
                    beatClass,
                    Counter.builder("rwave.beats")
                            .description("Beats published")
                            .tag("class", beatClass.name())
                            .register(registry));
        }
        vitals = Counter.builder("rwave.vitals")
                .description("Vital signs published")
                .register(registry);
        snapshots = Counter.builder("rwave.snapshots")
                .description("Patient snapshots written")
                .register(registry);
        snapshotBytes = Counter.builder("rwave.snapshot.bytes")
                .description("Size of the patient snapshots written")
                .register(registry);
        snapshotTailBytes = Counter.builder("rwave.snapshot.tail.bytes")
                .description("Size of the waveform kept with snapshots that were written before their commit")
                .register(registry);
        delays = new BeatDelayMetrics(registry);
        pipeline = Timer.builder("rwave.pipeline.latency")
                .description("From the last sample of a chunk to its facts being sent; live chunks only")
                .serviceLevelObjectives(millis(1, 2, 5, 10, 20, 30, 50, 75, 100, 200, 500, 1000, 2000, 5000, 10_000))
                .register(registry);
        inference = Timer.builder("rwave.inference")
                .description("One beat through the classifier")
                .serviceLevelObjectives(micros(10, 20, 30, 40, 60, 80, 100, 200, 500, 1000, 5000, 20_000))
                .register(registry);
        registry.gauge("rwave.patients", patients);
    }

    /** Counts where nobody looks. */
    static ProcessorMetrics uncounted() {
        return new ProcessorMetrics(new SimpleMeterRegistry());
    }

    void arrived(Arrival arrival) {
        chunks.get(arrival).increment();
    }

    void beat(BeatClass beatClass) {
        beats.get(beatClass).increment();
    }

    void vitals() {
        vitals.increment();
    }

    void alert(AlarmEvent alarm) {
        registry.counter(
                        "rwave.alerts",
                        "kind",
                        alarm.kind().name(),
                        "priority",
                        alarm.priority().name(),
                        "phase",
                        alarm.phase().name())
                .increment();
    }

    void command(AlarmCommand command, CommandAnswer answer) {
        String result = answer.isRepeated() ? "repeated" : answer.refusal().isPresent() ? "refused" : "carried-out";
        registry.counter(
                        "rwave.alert.commands",
                        "action",
                        command.action().name().toLowerCase(Locale.ROOT),
                        "result",
                        result)
                .increment();
    }

    void reject(String reason) {
        registry.counter("rwave.rejects", "reason", reason).increment();
    }

    /** A stored snapshot could not be used; {@code reason} short and stable. */
    void snapshotDiscarded(String reason) {
        registry.counter("rwave.snapshots.discarded", "reason", reason).increment();
    }

    void snapshotWritten(int bytes) {
        snapshots.increment();
        snapshotBytes.increment(bytes);
    }

    void snapshotTailWritten(int bytes) {
        snapshotTailBytes.increment(bytes);
    }

    void patientsChanged(int by) {
        patients.addAndGet(by);
    }

    void inferred(long nanos) {
        inference.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A chunk whose facts are on their way, among them beats with these {@code beatDelays}. */
    void done(WaveformChunk chunk, List<BeatDelay> beatDelays, long lastSampleEpochMillis) {
        long latencyMillis = registry.config().clock().wallTime() - lastSampleEpochMillis;
        boolean isLive = latencyMillis >= 0 && latencyMillis < LIVE_MILLIS;
        if (isLive) {
            pipeline.record(latencyMillis, TimeUnit.MILLISECONDS);
        }
        for (BeatDelay delay : beatDelays) {
            delays.beat(delay, chunk);
            if (isLive) {
                delays.sent(latencyMillis);
            }
        }
    }

    private static Duration[] millis(long... values) {
        return Arrays.stream(values).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    private static Duration[] micros(long... values) {
        return Arrays.stream(values).mapToObj(v -> Duration.ofNanos(v * 1000)).toArray(Duration[]::new);
    }
}
