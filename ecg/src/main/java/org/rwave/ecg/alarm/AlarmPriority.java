package org.rwave.ecg.alarm;

/** Urgency of an alarm (IEC 60601-1-8, 6.1.2), least urgent first. */
public enum AlarmPriority {
    LOW,
    MEDIUM,
    HIGH
}
