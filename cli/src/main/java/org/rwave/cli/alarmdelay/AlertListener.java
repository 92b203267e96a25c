package org.rwave.cli.alarmdelay;

import org.rwave.ecg.alarm.AlarmEvent;

/** Is told of every alert when it is read. */
interface AlertListener {
    /** The alert of {@code patientId} was in the reader's hands at {@code readEpochMicros}. */
    void read(String patientId, AlarmEvent event, long readEpochMicros);
}
