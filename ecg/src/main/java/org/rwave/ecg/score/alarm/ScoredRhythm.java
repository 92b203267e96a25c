package org.rwave.ecg.score.alarm;

import java.util.Optional;
import org.rwave.ecg.alarm.AlarmKind;

/** The conditions whose alarms are scored: those of high priority. */
public enum ScoredRhythm {
    VENTRICULAR_TACHYCARDIA("VT", AlarmKind.VENTRICULAR_TACHYCARDIA),
    /** Fibrillation and flutter are one alarm and one truth: both need the same help, and annotators differ. */
    VENTRICULAR_FIBRILLATION("VF/VFL", AlarmKind.VENTRICULAR_FIBRILLATION),
    ASYSTOLE("asystole", AlarmKind.ASYSTOLE),
    EXTREME_TACHYCARDIA("tachycardia", AlarmKind.EXTREME_TACHYCARDIA),
    EXTREME_BRADYCARDIA("bradycardia", AlarmKind.EXTREME_BRADYCARDIA);

    private final String title;
    private final AlarmKind alarm;

    ScoredRhythm(String title, AlarmKind alarm) {
        this.title = title;
        this.alarm = alarm;
    }

    /** How reports name it. */
    public String title() {
        return title;
    }

    /** The alarm that says it. */
    public AlarmKind alarm() {
        return alarm;
    }

    /** The condition that {@code kind} says; empty for alarms that are not scored. */
    public static Optional<ScoredRhythm> of(AlarmKind kind) {
        for (ScoredRhythm rhythm : values()) {
            if (rhythm.alarm == kind) {
                return Optional.of(rhythm);
            }
        }
        return Optional.empty();
    }

    /** Whether it kills within minutes, so that whoever comes to any alarm of it comes rightly. */
    public boolean isLethal() {
        return this == VENTRICULAR_TACHYCARDIA || this == VENTRICULAR_FIBRILLATION || this == ASYSTOLE;
    }

    /** VT, VF or a fast rate: a short stretch of one may pass for another. */
    boolean isFast() {
        return this == VENTRICULAR_TACHYCARDIA || this == VENTRICULAR_FIBRILLATION || this == EXTREME_TACHYCARDIA;
    }

    /** Extreme rates can be judged by annotated beats only. */
    boolean needsBeats() {
        return !isLethal();
    }
}
