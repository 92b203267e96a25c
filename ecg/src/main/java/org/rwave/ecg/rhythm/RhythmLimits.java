package org.rwave.ecg.rhythm;

/**
 * What the names of rhythms depend on and differs from patient to patient: the thresholds of the alarms of the same name, so
 * that a name never says what its alarm denies.
 *
 * @param tachycardiaBeats consecutive ventricular beats that make a ventricular tachycardia
 * @param tachycardiaPerMinute at least so fast, beats per minute
 * @param idioventricularBeats consecutive ventricular beats that, slower, make a rhythm of their own
 * @param supraventricularBeats consecutive S beats that make a supraventricular tachycardia
 * @param supraventricularPerMinute faster than this, beats per minute
 * @param bigeminyCycles cycles that make bigeminy
 * @param trigeminyCycles cycles that make trigeminy
 * @param asystoleMicros no R peak for so long is asystole
 */
public record RhythmLimits(
        int tachycardiaBeats,
        double tachycardiaPerMinute,
        int idioventricularBeats,
        int supraventricularBeats,
        double supraventricularPerMinute,
        int bigeminyCycles,
        int trigeminyCycles,
        long asystoleMicros) {}
