package org.rwave.ecg.alarm;

/** Thresholds of the alarm rules, with their defaults. */
public record AlarmSettings() {
    /** The documented defaults. */
    public static AlarmSettings defaults() {
        return new AlarmSettings();
    }
}
