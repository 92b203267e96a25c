package org.rwave.cli.alarmdelay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;

/** The delays of alarms that started, by kind, from the onset that each states. */
final class AlarmDelays implements AlertListener {
    /** Microseconds of one alarm: onset to decision in the signal, decision to the record in the reader's hand. */
    private record Delay(long toDecision, long toReader) {}

    private final Map<AlarmKind, List<Delay>> byKind = new TreeMap<>();

    @Override
    public void read(String patientId, AlarmEvent event, long readEpochMicros) {
        if (event.phase() == AlarmPhase.START) {
            byKind.computeIfAbsent(event.kind(), kind -> new ArrayList<>())
                    .add(new Delay(
                            event.atEpochMicros() - event.onsetEpochMicros(), readEpochMicros - event.atEpochMicros()));
        }
    }

    int count() {
        return byKind.values().stream().mapToInt(List::size).sum();
    }

    /** A Markdown table, seconds: median and greatest. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("| alarm | alarms | onset to decision, s | decision to record read, s | onset to record read, s |");
        lines.add("|---|---|---|---|---|");
        byKind.forEach((kind, delays) -> lines.add(row(kind.title(), delays)));
        lines.add(row("all", byKind.values().stream().flatMap(List::stream).toList()));
        return lines;
    }

    private static String row(String name, List<Delay> delays) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s |",
                name,
                delays.size(),
                text(delays.stream().mapToLong(Delay::toDecision).toArray()),
                text(delays.stream().mapToLong(Delay::toReader).toArray()),
                text(delays.stream()
                        .mapToLong(delay -> delay.toDecision() + delay.toReader())
                        .toArray()));
    }

    private static String text(long[] micros) {
        if (micros.length == 0) {
            return "-";
        }
        Arrays.sort(micros);
        return String.format(
                Locale.ROOT, "%.2f (most %.2f)", micros[micros.length / 2] / 1e6, micros[micros.length - 1] / 1e6);
    }
}
