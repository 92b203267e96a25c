package org.rwave.cli.loadtest;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Looks at a running test once a second and remembers what it saw. One thread. */
final class Watch {
    private final Generator generator;
    private final Observer observer;
    private final Usage usage;
    private final Schedule schedule;
    private final long startNanos;
    private final List<Second> seconds = new ArrayList<>();
    private final Histogram steadyLateness = Latencies.histogram();
    private List<Usage.Reading> before;
    private long chunksBefore;
    private long beatsBefore;
    private long nanosBefore;

    Watch(Generator generator, Observer observer, Usage usage, Schedule schedule, long startNanos) {
        this.generator = generator;
        this.observer = observer;
        this.usage = usage;
        this.schedule = schedule;
        this.startNanos = startNanos;
        this.before = usage.read();
        this.nanosBefore = System.nanoTime();
    }

    /** What has happened since the last look. */
    Second look() {
        long now = System.nanoTime();
        long chunks = generator.chunksSent();
        long beats = observer.ledger().arrived();
        long backlog = Math.max(0, generator.beatsDue() - beats);
        List<Usage.Reading> readings = usage.read();
        Histogram lateness = generator.lateness().getIntervalHistogram();
        long from = nanosBefore - startNanos;
        boolean steady = from >= schedule.steadyFromNanos() && now - startNanos <= schedule.steadyToNanos();
        Second second = new Second(
                (now - startNanos) / 1e9,
                steady,
                chunks - chunksBefore,
                beats - beatsBefore,
                backlog,
                observer.recent().getIntervalHistogram(),
                lateness,
                cpu(readings, now - nanosBefore),
                readings.stream()
                        .map(r -> new Second.Share(r.name(), r.residentBytes().orElse(0)))
                        .toList());
        if (steady) {
            steadyLateness.add(lateness);
        }
        seconds.add(second);
        before = readings;
        chunksBefore = chunks;
        beatsBefore = beats;
        nanosBefore = now;
        return second;
    }

    private List<Second.Share> cpu(List<Usage.Reading> readings, long elapsedNanos) {
        List<Second.Share> shares = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Usage.Reading reading = readings.get(i);
            long used = Math.max(0, reading.cpuNanos() - before.get(i).cpuNanos());
            shares.add(new Second.Share(reading.name(), used / (double) elapsedNanos));
        }
        return shares;
    }

    List<Second> seconds() {
        return seconds;
    }

    /** How late chunks were sent while all patients were there, microseconds. */
    Histogram steadyLateness() {
        return steadyLateness;
    }
}
