package org.rwave.producer;

/** The time that a replay keeps to. */
public interface ReplayClock {
    /** Nanoseconds from an arbitrary origin; never goes back. */
    long nanoTime();

    /** Wall time, microseconds since the epoch. */
    long epochMicros();

    /**
     * Waits until {@link #nanoTime()} reaches {@code nanoTime}; returns at once when it has, and early after
     * {@link #wake}.
     */
    void waitUntil(long nanoTime) throws InterruptedException;

    /** Ends a wait that is under way, and the next one if none is; may be called from any thread. */
    void wake();

    /** The machine's clocks. */
    static ReplayClock system() {
        return new SystemReplayClock();
    }
}
