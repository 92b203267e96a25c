package org.rwave.ecg.alarm;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.rhythm.BeatHistory;

/**
 * What speaks for the beats of a ventricular run being a tachycardia and no artefact. Electrode motion makes broad, early
 * deflections that are called V, but each of another form; the beats of a focus are like each other, or by turns like the one
 * before the last (bidirectional tachycardia).
 *
 * @param beats how many are looked at
 * @param perMinute their mean rate
 * @param ofClassV how many are V; the others are fusion beats
 * @param reliable how many were taken from good signal
 * @param alike how many, the first aside, are like one of the two before
 */
record TachycardiaEvidence(int beats, double perMinute, int ofClassV, int reliable, int alike) {
    /** The last {@code beats} of a run. */
    static TachycardiaEvidence of(BeatHistory history, int beats) {
        return new TachycardiaEvidence(
                beats,
                history.beatsPerMinute(0, beats),
                history.count(BeatClass.V, 0, beats),
                history.reliable(0, beats),
                history.alike(0, beats));
    }

    /** Fast enough, one V at least, most in good signal, and half of them alike. */
    boolean isTachycardia(double leastPerMinute) {
        return isFast(leastPerMinute) && 2 * reliable > beats && alike >= leastAlike();
    }

    /** The same of twice as many beats, which may all be of different forms when all were taken from good signal. */
    boolean isPolymorphicTachycardia(double leastPerMinute) {
        return isFast(leastPerMinute) && reliable == beats;
    }

    private boolean isFast(double leastPerMinute) {
        return perMinute >= leastPerMinute && ofClassV > 0;
    }

    private double leastAlike() {
        return (beats - 1) / 2.0;
    }

    /** All that {@link #isTachycardia} asks for, behind {@code others}. */
    Criterion[] criteria(double leastPerMinute, Criterion... others) {
        List<Criterion> criteria = new ArrayList<>(List.of(others));
        criteria.add(rate(leastPerMinute));
        criteria.add(Criterion.oneVentricular(ofClassV));
        criteria.add(Criterion.mostlyReliable(reliable, beats));
        criteria.add(Criterion.fixed(
                "of them like one of the two before", alike, Criterion.Comparison.AT_LEAST, leastAlike(), ""));
        return criteria.toArray(Criterion[]::new);
    }

    /** All that {@link #isPolymorphicTachycardia} asks for, behind {@code inARow}. */
    Criterion[] polymorphicCriteria(double leastPerMinute, Criterion inARow) {
        return new Criterion[] {
            inARow, rate(leastPerMinute), Criterion.oneVentricular(ofClassV), Criterion.allReliable(beats)
        };
    }

    private Criterion rate(double leastPerMinute) {
        return Criterion.atLeast(
                AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE,
                "mean rate of the last " + beats,
                perMinute,
                leastPerMinute);
    }
}
