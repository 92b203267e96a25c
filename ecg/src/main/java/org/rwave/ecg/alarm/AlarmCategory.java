package org.rwave.ecg.alarm;

/** Whether an alarm speaks of the patient or of the equipment (IEC 60601-1-8, 3.31 and 3.36). */
public enum AlarmCategory {
    PHYSIOLOGICAL,
    TECHNICAL
}
