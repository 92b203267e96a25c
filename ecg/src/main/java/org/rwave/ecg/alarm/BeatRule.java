package org.rwave.ecg.alarm;

import org.rwave.ecg.rhythm.BeatHistory;

/**
 * A rule over the classes and positions of final beats. It holds thresholds and nothing else: what it claims follows from
 * the last beats and from whether its alarm is active, so settings can change without losing state.
 */
interface BeatRule {
    AlarmKind kind();

    /** Rule and version; the number changes whenever the rule may claim something else from the same beats. */
    String version();

    /** The latest beat of {@code beats} has just become known; {@code active}: whether the rule's alarm is. */
    Claim judge(BeatHistory beats, boolean active);

    /** The signal is interrupted after the latest beat: what can be said of a run that was still open. */
    default Claim judgeInterrupted(BeatHistory beats) {
        return Claim.NOTHING;
    }
}
