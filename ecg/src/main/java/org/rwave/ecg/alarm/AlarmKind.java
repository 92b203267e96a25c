package org.rwave.ecg.alarm;

import static org.rwave.ecg.alarm.AlarmCategory.PHYSIOLOGICAL;
import static org.rwave.ecg.alarm.AlarmCategory.TECHNICAL;
import static org.rwave.ecg.alarm.AlarmPriority.HIGH;
import static org.rwave.ecg.alarm.AlarmPriority.LOW;
import static org.rwave.ecg.alarm.AlarmPriority.MEDIUM;

import java.util.Locale;

/**
 * What an alarm says, worst first within each group. Each has one rule class in this package, which names its source
 * and thresholds; only NO_DATA, from the wall clock, is raised outside it.
 * Priorities follow bedside monitors: red (HIGH) for what kills, yellow (MEDIUM, LOW) for the rest.
 */
public enum AlarmKind {
    ASYSTOLE(PHYSIOLOGICAL, HIGH, "Asystole"),
    VENTRICULAR_FIBRILLATION(PHYSIOLOGICAL, HIGH, "Ventricular fibrillation or flutter"),
    VENTRICULAR_TACHYCARDIA(PHYSIOLOGICAL, HIGH, "Ventricular tachycardia"),
    EXTREME_TACHYCARDIA(PHYSIOLOGICAL, HIGH, "Extreme tachycardia"),
    EXTREME_BRADYCARDIA(PHYSIOLOGICAL, HIGH, "Extreme bradycardia"),
    NON_SUSTAINED_VENTRICULAR_TACHYCARDIA(PHYSIOLOGICAL, MEDIUM, "Non-sustained ventricular tachycardia"),
    IDIOVENTRICULAR_RHYTHM(PHYSIOLOGICAL, MEDIUM, "Idioventricular rhythm"),
    VENTRICULAR_RUN(PHYSIOLOGICAL, MEDIUM, "Ventricular run"),
    SUPRAVENTRICULAR_TACHYCARDIA(PHYSIOLOGICAL, MEDIUM, "Supraventricular tachycardia"),
    PAUSE(PHYSIOLOGICAL, MEDIUM, "Pause"),
    VENTRICULAR_COUPLET(PHYSIOLOGICAL, LOW, "Ventricular couplet"),
    R_ON_T(PHYSIOLOGICAL, LOW, "R on T"),
    BIGEMINY(PHYSIOLOGICAL, LOW, "Ventricular bigeminy"),
    TRIGEMINY(PHYSIOLOGICAL, LOW, "Ventricular trigeminy"),
    FREQUENT_VENTRICULAR_BEATS(PHYSIOLOGICAL, LOW, "Frequent ventricular beats"),
    MISSED_BEAT(PHYSIOLOGICAL, LOW, "Missed beat"),
    /** Irregular RR intervals without ectopy as their cause: possible atrial fibrillation. */
    IRREGULAR_RHYTHM(PHYSIOLOGICAL, LOW, "Irregular rhythm, possible atrial fibrillation"),
    LEADS_OFF(TECHNICAL, MEDIUM, "Leads off"),
    NOISY_SIGNAL(TECHNICAL, LOW, "Noisy signal"),
    NO_DATA(TECHNICAL, MEDIUM, "No data");

    private final AlarmCategory category;
    private final AlarmPriority priority;
    private final String title;

    AlarmKind(AlarmCategory category, AlarmPriority priority, String title) {
        this.category = category;
        this.priority = priority;
        this.title = title;
    }

    public AlarmCategory category() {
        return category;
    }

    /** The priority by default; settings may change it. */
    public AlarmPriority priority() {
        return priority;
    }

    /** How it is written for a person. */
    public String title() {
        return title;
    }

    /** How settings files call it, for instance {@code ventricular-tachycardia}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
