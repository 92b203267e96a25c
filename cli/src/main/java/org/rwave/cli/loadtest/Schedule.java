package org.rwave.cli.loadtest;

/**
 * When each chunk falls due, in nanoseconds after the start of the test: an open loop, decided by the sample clock alone and
 * never by how the sending goes. Patients' phases are spread evenly over one chunk length, so that each round of chunks
 * is a steady stream; those who join during the ramp do so in a scattered order, so that each round stays even.
 *
 * @param patients how many
 * @param chunkNanos length of a chunk
 * @param rampRounds rounds over which patients join
 * @param chunks how many chunks each sends
 */
record Schedule(int patients, long chunkNanos, int rampRounds, int chunks) {
    /** Fractional parts of multiples of this fill [0, 1) most evenly (Knuth, The Art of Computer Programming, 6.4). */
    private static final double GOLDEN = 0.6180339887498949;

    Schedule {
        if (patients < 1 || chunkNanos < 1 || rampRounds < 0 || chunks < 1) {
            throw new IllegalArgumentException(
                    "patients, chunkNanos and chunks must be positive, rampRounds not negative: " + patients + ", "
                            + chunkNanos + ", " + chunks + ", " + rampRounds);
        }
    }

    /** How far into each round {@code patient} comes, in [0, {@link #chunkNanos}), ascending with the patient. */
    long phaseNanos(int patient) {
        return (long) ((double) chunkNanos * patient / patients);
    }

    /** The round in which {@code patient} sends its first chunk, below {@code rampRounds} unless that is 0. */
    int firstRound(int patient) {
        double place = patient * GOLDEN;
        return (int) ((place - Math.floor(place)) * rampRounds);
    }

    /** Which of its chunks {@code patient} sends in {@code round}: {@code chunks} for the end, out of range when none. */
    int chunkIn(int round, int patient) {
        return round - firstRound(patient);
    }

    /** Rounds until the last patient has sent its end. */
    int rounds() {
        return Math.max(1, rampRounds) + chunks;
    }

    /** When the first sample of {@code patient} is taken. */
    long startNanos(int patient) {
        return firstRound(patient) * chunkNanos + phaseNanos(patient);
    }

    /** When chunk {@code number} of {@code patient} is complete, and with it due. */
    long dueNanos(int patient, int number) {
        return startNanos(patient) + (number + 1) * chunkNanos;
    }

    /** From then on all patients are there. */
    long steadyFromNanos() {
        return (rampRounds + 1) * chunkNanos;
    }

    /** From then on the first ones have ended. */
    long steadyToNanos() {
        return (chunks + 1) * chunkNanos;
    }
}
