package org.rwave.cli.loadtest;

import java.time.Duration;
import java.util.Optional;

/**
 * What a load test sends, and how.
 *
 * @param patients how many at once
 * @param chunk signal time in one chunk
 * @param duration how long all patients are there: what counts
 * @param ramp over which they join; what comes in it warms up and is held to account, but its latency does not count
 * @param leads of each patient
 * @param simulatedHertz sampling rate of simulated patients; recordings have their own
 * @param freeze how long the processor stands still in the middle of the test, if it does
 */
record LoadSettings(
        int patients,
        Duration chunk,
        Duration duration,
        Duration ramp,
        int leads,
        double simulatedHertz,
        Optional<Duration> freeze) {
    private static final Duration SHORTEST_CHUNK = Duration.ofMillis(10);
    private static final Duration LONGEST_CHUNK = Duration.ofSeconds(10);
    private static final int MOST_PATIENTS = 1_000_000;

    LoadSettings {
        require(patients >= 1 && patients <= MOST_PATIENTS, "--patients must be 1 to 1000000, was " + patients);
        require(
                chunk.compareTo(SHORTEST_CHUNK) >= 0 && chunk.compareTo(LONGEST_CHUNK) <= 0,
                "--chunk must be 10ms to 10s, was " + chunk.toMillis() + "ms");
        require(duration.compareTo(chunk) >= 0, "--duration must be at least one chunk");
        require(!ramp.isNegative(), "--ramp must not be negative");
        require(leads >= 1, "--leads must be at least 1, was " + leads);
        require(simulatedHertz > 0, "--rate must be positive, was " + simulatedHertz);
        require(
                freeze.isEmpty()
                        || (freeze.get().toMillis() >= 1 && freeze.get().compareTo(duration.dividedBy(2)) < 0),
                "--freeze must be at least 1ms and shorter than half of --duration");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    LoadSettings withPatients(int number) {
        return new LoadSettings(number, chunk, duration, ramp, leads, simulatedHertz, freeze);
    }

    /** Rounds of chunks over which patients join. */
    int rampRounds() {
        return rounds(ramp);
    }

    /** Chunks of each patient: the ramp, then the time that counts. */
    int chunksPerPatient() {
        return rampRounds() + rounds(duration);
    }

    private int rounds(Duration length) {
        return Math.toIntExact((length.toNanos() + chunk.toNanos() - 1) / chunk.toNanos());
    }
}
