package org.rwave.ecg.alarm;

import static org.rwave.ecg.alarm.AlarmCategory.PHYSIOLOGICAL;
import static org.rwave.ecg.alarm.AlarmCategory.TECHNICAL;
import static org.rwave.ecg.alarm.AlarmPriority.HIGH;
import static org.rwave.ecg.alarm.AlarmPriority.LOW;
import static org.rwave.ecg.alarm.AlarmPriority.MEDIUM;

/** What an alarm says. Each has one rule class in this package, which names its source and thresholds. */
public enum AlarmKind {
    ASYSTOLE(PHYSIOLOGICAL, HIGH),
    VENTRICULAR_TACHYCARDIA(PHYSIOLOGICAL, HIGH),
    EXTREME_TACHYCARDIA(PHYSIOLOGICAL, HIGH),
    EXTREME_BRADYCARDIA(PHYSIOLOGICAL, HIGH),
    VENTRICULAR_RUN(PHYSIOLOGICAL, MEDIUM),
    PAUSE(PHYSIOLOGICAL, MEDIUM),
    VENTRICULAR_COUPLET(PHYSIOLOGICAL, LOW),
    LEADS_OFF(TECHNICAL, MEDIUM),
    NOISY_SIGNAL(TECHNICAL, LOW),
    NO_DATA(TECHNICAL, MEDIUM);

    private final AlarmCategory category;
    private final AlarmPriority priority;

    AlarmKind(AlarmCategory category, AlarmPriority priority) {
        this.category = category;
        this.priority = priority;
    }

    public AlarmCategory category() {
        return category;
    }

    /** The priority by default; settings may change it. */
    public AlarmPriority priority() {
        return priority;
    }
}
