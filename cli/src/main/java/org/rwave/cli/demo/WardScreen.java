package org.rwave.cli.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.alarm.AlarmPriority;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.rhythm.VitalSigns;

/** The ward as lines of text: a row a patient, then the latest alarms. Knows no terminal and no Kafka. */
final class WardScreen {
    private static final int ALARMS_SHOWN = 8;
    private static final String ROW = "%-14s %-15s %5s %8s %7s %7s %5s %5s %5s %5s  %-23s %s";

    private final Map<String, PatientPanel> panels = new TreeMap<>();
    private final Deque<String> latestAlarms = new ArrayDeque<>();

    PatientPanel panel(String patientId) {
        return panels.computeIfAbsent(patientId, PatientPanel::new);
    }

    /** Takes an alarm and gives the line that announces it. */
    String alarm(String patientId, AlarmEvent event) {
        panel(patientId).alarm(event);
        String line = alarmLine(patientId, event);
        latestAlarms.addLast(line);
        if (latestAlarms.size() > ALARMS_SHOWN) {
            latestAlarms.pollFirst();
        }
        return line;
    }

    private static String alarmLine(String patientId, AlarmEvent event) {
        String clock = clock(event.atEpochMicros());
        String what = event.phase() == AlarmPhase.END
                ? "    " + words(event.kind()) + " ended"
                : stars(event.priority()) + " " + event.message();
        return clock + "  " + String.format(Locale.ROOT, "%-14s", patientId) + " " + what;
    }

    private static String clock(long epochMicros) {
        return java.time.Instant.ofEpochMilli(epochMicros / 1000)
                .atZone(java.time.ZoneOffset.UTC)
                .toLocalTime()
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .format(java.time.format.DateTimeFormatter.ISO_LOCAL_TIME);
    }

    /** Urgency as bedside monitors print it: {@code ***} high, {@code **} medium, {@code *} low. */
    static String stars(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> "***";
            case MEDIUM -> "** ";
            case LOW -> "*  ";
        };
    }

    /** An enum constant as words. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The table: a heading and a row a patient. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                ROW,
                "PATIENT",
                "RHYTHM",
                "HR",
                "PVC/min",
                "BEATS",
                "N",
                "S",
                "V",
                "F",
                "Q",
                "AGREES WITH REFERENCE",
                "ALARM"));
        panels.values().forEach(panel -> lines.add(row(panel)));
        return lines;
    }

    /** The latest alarms, oldest first. */
    List<String> latestAlarms() {
        return List.copyOf(latestAlarms);
    }

    long totalBeats() {
        return panels.values().stream().mapToLong(PatientPanel::totalBeats).sum();
    }

    private static String row(PatientPanel panel) {
        VitalSigns vitals = panel.vitals();
        AlarmEvent alarm = panel.worstAlarm();
        return String.format(
                        Locale.ROOT,
                        ROW,
                        panel.patientId(),
                        vitals == null ? "-" : vitals.monitoring() ? words(vitals.rhythm()) : "not monitoring",
                        heartRate(vitals),
                        vitals == null ? "-" : vitals.pvcPerMinute(),
                        panel.totalBeats(),
                        panel.beats(BeatClass.N),
                        panel.beats(BeatClass.S),
                        panel.beats(BeatClass.V),
                        panel.beats(BeatClass.F),
                        panel.beats(BeatClass.Q),
                        agreement(panel.agreement()),
                        alarm == null ? "" : stars(alarm.priority()) + " " + words(alarm.kind()))
                .stripTrailing();
    }

    private static String heartRate(VitalSigns vitals) {
        return vitals == null || vitals.heartRate().isEmpty()
                ? "-"
                : String.valueOf(Math.round(vitals.heartRate().getAsDouble()));
    }

    private static String agreement(LiveAgreement agreement) {
        if (agreement.compared() == 0) {
            return "-";
        }
        return String.format(
                Locale.ROOT, "%.1f %% (-%d +%d)", agreement.percent(), agreement.missed(), agreement.extra());
    }
}
