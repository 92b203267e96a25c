package org.rwave.processor.alarmsettings;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPriority;
import org.rwave.ecg.alarm.AlarmSettings;
import org.rwave.ecg.alarm.AlarmThreshold;
import org.rwave.ecg.alarm.ThresholdConflict;
import org.rwave.processor.alarmsettings.YamlSection.Entry;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The {@code thresholds} and {@code alarms} of a patient class or of a patient: what they change, at which line. */
final class AlarmsSection {
    static final String THRESHOLDS = "thresholds";
    static final String ALARMS = "alarms";

    private static final Map<String, AlarmThreshold> THRESHOLD_KEYS =
            byKey(AlarmThreshold.values(), AlarmThreshold::key);
    private static final Map<String, AlarmKind> KIND_KEYS = byKey(AlarmKind.values(), AlarmKind::key);
    private static final List<String> ALARM_WORDS = List.of("high", "medium", "low", "on", "off");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,9}(\\.\\d{1,17})?");

    private final Problems problems;
    private final Map<AlarmThreshold, Double> thresholds = new EnumMap<>(AlarmThreshold.class);
    private final Map<AlarmThreshold, Integer> lines = new EnumMap<>(AlarmThreshold.class);
    private final Map<AlarmKind, String> alarms = new EnumMap<>(AlarmKind.class);

    private AlarmsSection(Problems problems) {
        this.problems = problems;
    }

    static AlarmsSection of(YamlSection section, Problems problems) {
        AlarmsSection changes = new AlarmsSection(problems);
        section.get(THRESHOLDS).ifPresent(entry -> changes.readThresholds(entry));
        section.get(ALARMS).ifPresent(entry -> changes.readAlarms(entry));
        return changes;
    }

    private static <T> Map<String, T> byKey(T[] values, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> map.put(key.apply(value), value));
        return map;
    }

    private void readThresholds(Entry block) {
        YamlSection section = YamlSection.of(block.value(), THRESHOLDS, problems);
        section.requireOnly(THRESHOLD_KEYS.keySet(), "threshold");
        for (Entry entry : section.entries()) {
            AlarmThreshold threshold = THRESHOLD_KEYS.get(entry.key());
            if (threshold != null) {
                readThreshold(threshold, entry);
            }
        }
    }

    private void readThreshold(AlarmThreshold threshold, Entry entry) {
        String rule = (threshold.isWhole() ? " must be a whole number from " : " must be a number from ")
                + number(threshold.least()) + " to " + number(threshold.greatest());
        boolean isNumber = entry.value() instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && NUMBER.matcher(scalar.getValue()).matches();
        if (!isNumber) {
            problems.add(entry.line(), threshold.key() + rule + ", was " + YamlSection.describe(entry.value()));
            return;
        }
        String text = ((ScalarNode) entry.value()).getValue();
        double value = Double.parseDouble(text);
        if (threshold.problem(value).isPresent()) {
            problems.add(entry.line(), threshold.key() + rule + ", was " + text);
            return;
        }
        thresholds.put(threshold, value);
        lines.put(threshold, entry.line());
    }

    private void readAlarms(Entry block) {
        YamlSection section = YamlSection.of(block.value(), ALARMS, problems);
        section.requireOnly(KIND_KEYS.keySet(), "alarm");
        for (Entry entry : section.entries()) {
            AlarmKind kind = KIND_KEYS.get(entry.key());
            boolean isWord = entry.value() instanceof ScalarNode scalar && ALARM_WORDS.contains(scalar.getValue());
            if (kind != null && isWord) {
                alarms.put(kind, ((ScalarNode) entry.value()).getValue());
            } else if (kind != null) {
                problems.add(
                        entry.line(),
                        kind.key() + " must be one of " + String.join(", ", ALARM_WORDS) + ", was "
                                + YamlSection.describe(entry.value()));
            }
        }
    }

    /** {@code base} with these changes; what is impossible together is a problem and is left out. */
    AlarmSettings over(AlarmSettings base) {
        Map<AlarmThreshold, Double> merged = new EnumMap<>(base.thresholds());
        merged.putAll(thresholds);
        List<ThresholdConflict> conflicts = AlarmSettings.conflicts(merged);
        conflicts.forEach(this::report);
        Map<AlarmKind, AlarmPriority> priorities = new EnumMap<>(base.priorities());
        Set<AlarmKind> off = EnumSet.noneOf(AlarmKind.class);
        off.addAll(base.off());
        alarms.forEach((kind, word) -> {
            off.remove(kind);
            switch (word) {
                case "off" -> off.add(kind);
                case "on" -> priorities.put(kind, kind.priority());
                default -> priorities.put(kind, AlarmPriority.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        });
        return new AlarmSettings(conflicts.isEmpty() ? merged : base.thresholds(), priorities, off);
    }

    private void report(ThresholdConflict conflict) {
        Map<Integer, AlarmThreshold> here = new TreeMap<>();
        conflict.thresholds().stream()
                .filter(lines::containsKey)
                .forEach(threshold -> here.put(lines.get(threshold), threshold));
        int line = here.keySet().stream().reduce((first, last) -> last).orElseThrow();
        problems.add(line, conflict.rule());
    }

    /** Without a fraction that is none. */
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
