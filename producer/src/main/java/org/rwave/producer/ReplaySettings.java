package org.rwave.producer;

import java.time.Duration;
import java.util.Optional;

/**
 * How recordings are replayed.
 *
 * @param speed times real time, at least 1; {@link #MAX_SPEED} for as fast as the sink takes it
 * @param loop start again at the end
 * @param chunk signal time in one chunk, 10 ms to 10 s
 * @param start where in the recording to start
 * @param duration signal time to replay for each patient, loops included; empty for all there is
 */
public record ReplaySettings(double speed, boolean loop, Duration chunk, Duration start, Optional<Duration> duration) {
    /** No pacing at all. */
    public static final double MAX_SPEED = Double.POSITIVE_INFINITY;

    private static final Duration SHORTEST_CHUNK = Duration.ofMillis(10);
    private static final Duration LONGEST_CHUNK = Duration.ofSeconds(10);

    public ReplaySettings {
        if (!(speed >= 1)) {
            throw new IllegalArgumentException("speed must be at least 1 (real time) or max, was " + speed);
        }
        if (chunk.compareTo(SHORTEST_CHUNK) < 0 || chunk.compareTo(LONGEST_CHUNK) > 0) {
            throw new IllegalArgumentException("chunk must be 10 ms to 10 s, was " + chunk.toMillis() + " ms");
        }
        if (start.isNegative()) {
            throw new IllegalArgumentException("start must not be negative, was " + start);
        }
        if (duration.isPresent()
                && (duration.get().isNegative() || duration.get().isZero())) {
            throw new IllegalArgumentException("duration must be positive, was " + duration.get());
        }
    }

    /** Real time, chunks of 250 ms, the whole recording once. */
    public static ReplaySettings defaults() {
        return new ReplaySettings(1, false, Duration.ofMillis(250), Duration.ZERO, Optional.empty());
    }

    /** The same at {@code times} real time. */
    public ReplaySettings withSpeed(double times) {
        return new ReplaySettings(times, loop, chunk, start, duration);
    }

    /** The same in chunks of {@code length}. */
    public ReplaySettings withChunk(Duration length) {
        return new ReplaySettings(speed, loop, length, start, duration);
    }

    /** The same, starting again at the end. */
    public ReplaySettings looped() {
        return new ReplaySettings(speed, true, chunk, start, duration);
    }

    /** The same, from {@code offset} into the recording. */
    public ReplaySettings from(Duration offset) {
        return new ReplaySettings(speed, loop, chunk, offset, duration);
    }

    /** The same for {@code length} of signal. */
    public ReplaySettings lasting(Duration length) {
        return new ReplaySettings(speed, loop, chunk, start, Optional.of(length));
    }

    boolean isPaced() {
        return speed < MAX_SPEED;
    }
}
