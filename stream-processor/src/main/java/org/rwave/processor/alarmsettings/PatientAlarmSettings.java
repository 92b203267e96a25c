package org.rwave.processor.alarmsettings;

import org.rwave.ecg.alarm.AlarmSettings;
import org.rwave.ecg.alarm.PatientClass;

/**
 * What applies to one patient.
 *
 * @param patientClass whose defaults these settings began with
 * @param settings the effective settings
 * @param fingerprint of the settings, {@link AlarmSettings#fingerprint()}: every alert carries it
 * @param origin which part of the file decided, for a person, for instance {@code patients, nicu-*}
 */
public record PatientAlarmSettings(
        PatientClass patientClass, AlarmSettings settings, String fingerprint, String origin) {
    static PatientAlarmSettings of(PatientClass patientClass, AlarmSettings settings, String origin) {
        return new PatientAlarmSettings(patientClass, settings, settings.fingerprint(), origin);
    }
}
