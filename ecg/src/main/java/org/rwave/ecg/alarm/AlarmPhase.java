package org.rwave.ecg.alarm;

/** Where in its life an alarm is. Every alarm has one START, any number of UPDATEs and at most one END. */
public enum AlarmPhase {
    START,
    UPDATE,
    END
}
