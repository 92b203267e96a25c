package org.rwave.producer;

import java.time.Duration;

/**
 * How far a replay is.
 *
 * @param patients patients with signal left
 * @param chunks chunks sent
 * @param annotations reference annotations sent
 * @param signal signal time sent, all patients together
 * @param elapsed wall time since the start
 * @param lag how late the last chunk was; zero when it was on time or nothing is paced
 * @param worstLag the largest lag so far
 */
public record ReplayProgress(
        int patients,
        long chunks,
        long annotations,
        Duration signal,
        Duration elapsed,
        Duration lag,
        Duration worstLag) {
    /** Chunks a second, on average. */
    public double chunksPerSecond() {
        return chunks / Math.max(1e-9, elapsed.toNanos() * 1e-9);
    }
}
