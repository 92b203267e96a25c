package org.rwave.cli.annotate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rwave.ecg.beat.BeatClass;

/** A line per record and one in total: time, beats by class, alarms, speed. */
final class AnnotationSummary {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final List<Row> rows = new ArrayList<>();

    private record Row(
            String record, double recordedSeconds, long beats, List<Long> byClass, long alarms, double seconds) {
        Row plus(Row other) {
            List<Long> sum = new ArrayList<>();
            for (int i = 0; i < byClass.size(); i++) {
                sum.add(byClass.get(i) + other.byClass.get(i));
            }
            return new Row(
                    record,
                    recordedSeconds + other.recordedSeconds,
                    beats + other.beats,
                    sum,
                    alarms + other.alarms,
                    seconds + other.seconds);
        }

        double speed() {
            return recordedSeconds / Math.max(1e-9, seconds);
        }
    }

    static String heading() {
        return "record      length    beats      N      S      V      F      Q alarms  x real time";
    }

    /** Takes one more record. */
    void add(AnnotatedRecord record) {
        List<Long> byClass = new ArrayList<>();
        for (BeatClass beatClass : BeatClass.values()) {
            byClass.add(record.count(beatClass));
        }
        rows.add(new Row(
                record.name(),
                record.recordedSeconds(),
                record.beats().size(),
                byClass,
                record.alarms(),
                record.seconds()));
    }

    /** The line of the record taken last. */
    String lastLine() {
        return line(rows.get(rows.size() - 1));
    }

    String totalLine() {
        return line(total());
    }

    String json() throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        rows.forEach(row -> root.withArray("/records").add(node(row)));
        root.set("total", node(total()));
        return JSON.writeValueAsString(root);
    }

    private Row total() {
        Row none = new Row("total", 0, 0, List.of(0L, 0L, 0L, 0L, 0L), 0, 0);
        return rows.stream().reduce(none, Row::plus);
    }

    private static ObjectNode node(Row row) {
        ObjectNode node = JSON.createObjectNode()
                .put("record", row.record())
                .put("recordedSeconds", row.recordedSeconds())
                .put("beats", row.beats());
        ObjectNode classes = node.putObject("byClass");
        for (BeatClass beatClass : BeatClass.values()) {
            classes.put(beatClass.name(), row.byClass().get(beatClass.ordinal()));
        }
        return node.put("alarms", row.alarms()).put("seconds", row.seconds()).put("timesRealTime", row.speed());
    }

    private static String line(Row row) {
        Duration length = Duration.ofSeconds(Math.round(row.recordedSeconds()));
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%-8s %3d:%02d:%02d %8d",
                row.record(),
                length.toHours(),
                length.toMinutesPart(),
                length.toSecondsPart(),
                row.beats()));
        row.byClass().forEach(count -> line.append(String.format(Locale.ROOT, " %6d", count)));
        return line.append(String.format(Locale.ROOT, " %6d %12.0f", row.alarms(), row.speed()))
                .toString();
    }
}
