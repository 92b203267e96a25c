package org.rwave.processor.alarmsettings;

import java.util.Locale;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmSettings;
import org.rwave.ecg.alarm.AlarmThreshold;

/** Effective settings as YAML: everything that applies, with what is permitted and what differs from the defaults. */
public final class AlarmSettingsYaml {
    private AlarmSettingsYaml() {}

    /** A whole file that gives these settings to the class. */
    public static String ofClass(PatientAlarmSettings settings) {
        String key = settings.patientClass().key();
        return "default-class: " + key + "\nclasses:\n  " + key + ":\n" + body(settings);
    }

    /** A whole file that gives these settings to one patient. */
    public static String ofPatient(String patientId, PatientAlarmSettings settings) {
        return "patients:\n  '" + patientId.replace("'", "''") + "':\n    class: "
                + settings.patientClass().key() + "\n" + body(settings);
    }

    private static String body(PatientAlarmSettings patient) {
        AlarmSettings settings = patient.settings();
        AlarmSettings defaults = patient.patientClass().settings();
        StringBuilder text = new StringBuilder("    thresholds:\n");
        for (AlarmThreshold threshold : AlarmThreshold.values()) {
            double value = settings.get(threshold);
            String changed = value == defaults.get(threshold)
                    ? ""
                    : "; default " + AlarmsSection.number(defaults.get(threshold));
            line(
                    text,
                    threshold.key(),
                    AlarmsSection.number(value),
                    AlarmsSection.number(threshold.least()) + " to " + AlarmsSection.number(threshold.greatest())
                            + changed);
        }
        text.append("    alarms:\n");
        for (AlarmKind kind : AlarmKind.values()) {
            String now = word(settings, kind);
            String before = word(defaults, kind);
            line(text, kind.key(), now, kind.title() + (now.equals(before) ? "" : "; default " + before));
        }
        return text.toString();
    }

    private static String word(AlarmSettings settings, AlarmKind kind) {
        return settings.off().contains(kind)
                ? "off"
                : settings.priority(kind).name().toLowerCase(Locale.ROOT);
    }

    private static void line(StringBuilder text, String key, String value, String remark) {
        text.append(String.format(Locale.ROOT, "      %-56s# %s\n", key + ": " + value, remark));
    }
}
