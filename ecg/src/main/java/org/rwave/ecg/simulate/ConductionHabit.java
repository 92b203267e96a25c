package org.rwave.ecg.simulate;

/**
 * When conducted beats take a {@link Detour}: beyond a critical rate, or for stretches that begin and end by chance.
 *
 * @param detour the way they take
 * @param begins probability that a beat takes it when the one before did not
 * @param ends probability that a beat does not take it when the one before did
 * @param criticalShare a beat takes it always when its RR interval is below this share of the mean; 0 for never
 */
record ConductionHabit(Detour detour, double begins, double ends, double criticalShare) {
    /** Whether a beat takes the detour, {@code rrShare} of the mean RR interval after the last one. */
    boolean takes(boolean before, double rrShare, Randomness random) {
        boolean byChance = random.chance(before ? 1 - ends : begins);
        return byChance || rrShare < criticalShare;
    }
}
