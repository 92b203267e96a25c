package org.rwave.processor.alarmsettings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.alarm.AlarmSettings;
import org.rwave.ecg.alarm.PatientClass;

/**
 * The alarm settings of a whole ward: for each patient id those of its patient class, or its own. Immutable; the same
 * patient always gets the same object.
 */
public final class WardAlarmSettings {
    private static final WardAlarmSettings DEFAULTS = everybody(AlarmSettings.defaults());

    private final Map<PatientClass, PatientAlarmSettings> classes;
    private final PatientClass defaultClass;
    private final List<PatientRule> patients;
    private final String source;

    WardAlarmSettings(
            Map<PatientClass, PatientAlarmSettings> classes,
            PatientClass defaultClass,
            List<PatientRule> patients,
            String source) {
        this.classes = new EnumMap<>(classes);
        this.defaultClass = defaultClass;
        this.patients = List.copyOf(patients);
        this.source = source;
    }

    /** The documented defaults: every patient is an adult. Always the same object, so that nobody takes it for a change. */
    public static WardAlarmSettings defaults() {
        return DEFAULTS;
    }

    /** The same settings for everybody. */
    public static WardAlarmSettings everybody(AlarmSettings settings) {
        Map<PatientClass, PatientAlarmSettings> classes = new EnumMap<>(PatientClass.class);
        for (PatientClass patientClass : PatientClass.values()) {
            AlarmSettings own = patientClass == PatientClass.ADULT ? settings : patientClass.settings();
            classes.put(patientClass, PatientAlarmSettings.of(patientClass, own, "built-in defaults"));
        }
        return new WardAlarmSettings(classes, PatientClass.ADULT, List.of(), "built-in defaults");
    }

    /** What applies to {@code patientId}: the first rule that fits, else the default class. */
    public PatientAlarmSettings of(String patientId) {
        for (PatientRule rule : patients) {
            if (rule.fits(patientId)) {
                return rule.settings();
            }
        }
        return classes.get(defaultClass);
    }

    /** What applies to patients of a class who have no rule of their own. */
    public PatientAlarmSettings of(PatientClass patientClass) {
        return classes.get(patientClass);
    }

    /** The class of patients whom no rule names. */
    public PatientClass defaultClass() {
        return defaultClass;
    }

    /** The patterns that have settings of their own, in order. */
    public List<String> patientPatterns() {
        return patients.stream().map(PatientRule::pattern).toList();
    }

    /** Where they come from: a file, or the defaults. */
    public String source() {
        return source;
    }
}
