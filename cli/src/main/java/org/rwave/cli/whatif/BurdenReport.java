package org.rwave.cli.whatif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.rwave.cli.whatif.PatientBurden.Alarm;
import org.rwave.cli.whatif.PatientBurden.Count;
import org.rwave.ecg.alarm.AlarmPriority;

/** Alarms per patient and day by kind and priority, before and after: as text, as JSON. */
final class BurdenReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final double DAY_SECONDS = 86_400;
    private static final int WORST = 5;
    private static final String ROW = "%-8s  %-48s %9s %9s %9s%n";

    private final String before;
    private final String after;
    private final List<PatientBurden> patients = new ArrayList<>();

    /** @param before name of the present settings, {@code after} of the others */
    BurdenReport(String before, String after) {
        this.before = before;
        this.after = after;
    }

    void add(PatientBurden patient) {
        patients.add(patient);
    }

    private double days() {
        return patients.stream().mapToDouble(PatientBurden::seconds).sum() / DAY_SECONDS;
    }

    private Map<Alarm, Count> counts() {
        Map<Alarm, Count> all = new TreeMap<>();
        patients.forEach(patient -> patient.counts().forEach((alarm, count) -> all.merge(alarm, count, Count::plus)));
        return all;
    }

    private static Count sum(Map<Alarm, Count> counts, AlarmPriority priority) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().priority() == priority)
                .map(Map.Entry::getValue)
                .reduce(Count.NONE, Count::plus);
    }

    String text() {
        Map<Alarm, Count> counts = counts();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "alarms per patient and day; %d patients, %.2f patient-days%nbefore: %s%nafter:  %s%n%n",
                patients.size(),
                days(),
                before,
                after));
        text.append(String.format(Locale.ROOT, ROW, "priority", "alarm", "before", "after", "change"));
        counts.forEach((alarm, count) ->
                row(text, alarm.priority().name(), alarm.kind().title(), count, days()));
        text.append('\n');
        Count total = Count.NONE;
        for (AlarmPriority priority : List.of(AlarmPriority.HIGH, AlarmPriority.MEDIUM, AlarmPriority.LOW)) {
            Count sum = sum(counts, priority);
            row(text, priority.name(), "all", sum, days());
            total = total.plus(sum);
        }
        row(text, "all", "all", total, days());
        text.append(String.format(Locale.ROOT, "%nthose with the most alarms, before:%n"));
        patients.stream()
                .sorted(Comparator.comparingLong(
                        (PatientBurden patient) -> -patient.total().before()))
                .limit(WORST)
                .forEach(patient ->
                        row(text, "", patient.patientId(), patient.total(), patient.seconds() / DAY_SECONDS));
        return text.toString();
    }

    private static void row(StringBuilder text, String priority, String what, Count count, double days) {
        long difference = count.after() - count.before();
        String change = count.before() == 0 || difference == 0
                ? (difference == 0 ? "" : "new")
                : String.format(Locale.ROOT, "%+.0f %%", 100.0 * difference / count.before());
        text.append(String.format(
                Locale.ROOT, ROW, priority, what, perDay(count.before(), days), perDay(count.after(), days), change));
    }

    private static String perDay(long count, double days) {
        return String.format(Locale.ROOT, "%.1f", count / days);
    }

    String json() throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        root.put("before", before).put("after", after).put("patients", patients.size());
        root.put("patientDays", days());
        counts().forEach((alarm, count) -> fill(root.withArray("/alarms").addObject(), alarm, count, days()));
        for (PatientBurden patient : patients) {
            ObjectNode own = root.withArray("/byPatient").addObject();
            double days = patient.seconds() / DAY_SECONDS;
            own.put("patientId", patient.patientId()).put("days", days);
            patient.counts()
                    .forEach((alarm, count) -> fill(own.withArray("/alarms").addObject(), alarm, count, days));
        }
        return JSON.writeValueAsString(root);
    }

    private static void fill(ObjectNode node, Alarm alarm, Count count, double days) {
        node.put("kind", alarm.kind().name()).put("priority", alarm.priority().name());
        node.put("before", count.before()).put("after", count.after());
        node.put("beforePerDay", count.before() / days).put("afterPerDay", count.after() / days);
    }
}
