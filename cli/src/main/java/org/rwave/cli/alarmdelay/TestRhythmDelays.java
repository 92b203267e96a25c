package org.rwave.cli.alarmdelay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmPhase;

/** From the event of each test rhythm to its alarm in the reader's hands, against what is asked for. */
final class TestRhythmDelays implements AlertListener {
    private final Map<String, TestRhythmPatient> patients = new LinkedHashMap<>();

    /** Microseconds by patient, of the first alarm of the right kind. */
    private final Map<String, Long> delays = new HashMap<>();

    TestRhythmDelays(List<TestRhythmPatient> ward) {
        ward.forEach(patient -> patients.put(patient.id(), patient));
    }

    @Override
    public void read(String patientId, AlarmEvent event, long readEpochMicros) {
        TestRhythmPatient patient = patients.get(patientId);
        boolean isExpected = event.phase() == AlarmPhase.START
                && event.kind() == patient.rhythm().alarm()
                && event.atSampleIndex() >= patient.eventSample();
        if (isExpected) {
            long sinceEvent = patient.signal().rate().microsAt(event.atSampleIndex() - patient.eventSample());
            delays.putIfAbsent(patientId, readEpochMicros - (event.atEpochMicros() - sinceEvent));
        }
    }

    int count() {
        return delays.size();
    }

    /** A Markdown table, one row a rhythm, seconds. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("| event | patients | asked for, at most | median | 95 % | most | |");
        lines.add("|---|---|---|---|---|---|---|");
        Map<TestRhythm, List<TestRhythmPatient>> byRhythm = new LinkedHashMap<>();
        patients.values()
                .forEach(patient -> byRhythm.computeIfAbsent(patient.rhythm(), rhythm -> new ArrayList<>())
                        .add(patient));
        byRhythm.forEach((rhythm, ward) -> lines.add(row(rhythm, ward)));
        return lines;
    }

    private String row(TestRhythm rhythm, List<TestRhythmPatient> ward) {
        long[] micros = ward.stream()
                .filter(patient -> delays.containsKey(patient.id()))
                .mapToLong(patient -> delays.get(patient.id()))
                .sorted()
                .toArray();
        long inTime = Arrays.stream(micros)
                .filter(delay -> delay <= 1e6 * rhythm.askedSeconds())
                .count();
        String verdict =
                inTime == ward.size() ? "met" : "not met: " + inTime + " of " + ward.size() + missing(ward, micros);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f s | %s | %s | %s | %s |",
                rhythm.title(),
                ward.size(),
                rhythm.askedSeconds(),
                part(micros, 0.5),
                part(micros, 0.95),
                part(micros, 1),
                verdict);
    }

    private static String missing(List<TestRhythmPatient> ward, long[] micros) {
        int missing = ward.size() - micros.length;
        return missing == 0 ? "" : ", no alarm in " + missing;
    }

    /** The delay that {@code part} of the alarms did not exceed. */
    private static String part(long[] sorted, double part) {
        return sorted.length == 0
                ? "-"
                : String.format(
                        Locale.ROOT, "%.2f s", sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)] / 1e6);
    }
}
