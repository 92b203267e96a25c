package org.rwave.processor;

import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AttendedAlarms;
import org.rwave.processor.alarmsettings.PatientAlarmSettings;
import org.rwave.schemas.feed.AlertCircumstances;
import org.rwave.schemas.feed.FeedId;

/** What surrounds the alarms of one patient: the settings in force and what people have done. One thread at a time. */
final class PatientAlarms {
    private PatientAlarmSettings settings;
    private AttendedAlarms attended = new AttendedAlarms();
    private long stated;

    PatientAlarms(PatientAlarmSettings settings) {
        this.settings = settings;
    }

    PatientAlarmSettings settings() {
        return settings;
    }

    void changeSettings(PatientAlarmSettings changed) {
        settings = changed;
    }

    AttendedAlarms attended() {
        return attended;
    }

    /** How many times {@link #see} was called. */
    long stated() {
        return stated;
    }

    /** Goes on with what a snapshot held. */
    void resume(AttendedAlarms stored) {
        attended = stored;
    }

    /** What is to be published along with {@code event}, which has just been decided. */
    AlertCircumstances see(FeedId feed, AlarmEvent event) {
        stated++;
        return AlertCircumstances.ofRule(settings.fingerprint(), attended.see(feed.sourceId(), event));
    }
}
