package org.rwave.ecg.alarm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one patient's alarms are set. Defaults: every alarm on, {@link AlarmThreshold#defaultValue()}, {@link
 * AlarmKind#priority()}.
 *
 * @param thresholds every threshold
 * @param priorities every kind's priority
 * @param off kinds that are never raised
 */
public record AlarmSettings(
        Map<AlarmThreshold, Double> thresholds, Map<AlarmKind, AlarmPriority> priorities, Set<AlarmKind> off) {
    private static final AlarmSettings DEFAULTS = new AlarmSettings(Map.of(), Map.of(), Set.of());

    /**
     * Completes what is missing with defaults.
     *
     * @throws IllegalArgumentException naming every impossible threshold, as {@link #problems} does
     */
    public AlarmSettings {
        thresholds = completed(thresholds);
        priorities = completedPriorities(priorities);
        off = off.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(off));
        List<String> problems = problems(thresholds);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("alarm settings: " + String.join("; ", problems));
        }
    }

    /** The documented defaults. */
    public static AlarmSettings defaults() {
        return DEFAULTS;
    }

    public double get(AlarmThreshold threshold) {
        return thresholds.get(threshold);
    }

    /** A threshold that counts beats or cycles. */
    int count(AlarmThreshold threshold) {
        return (int) get(threshold);
    }

    long micros(AlarmThreshold threshold) {
        return Math.round(get(threshold) * 1e6);
    }

    public AlarmPriority priority(AlarmKind kind) {
        return priorities.get(kind);
    }

    /** The same settings with one threshold changed. */
    public AlarmSettings with(AlarmThreshold threshold, double value) {
        Map<AlarmThreshold, Double> changed = new EnumMap<>(thresholds);
        changed.put(threshold, value);
        return new AlarmSettings(changed, priorities, off);
    }

    /** The same settings with {@code kind} never raised. */
    public AlarmSettings without(AlarmKind kind) {
        Set<AlarmKind> more = EnumSet.of(kind);
        more.addAll(off);
        return new AlarmSettings(thresholds, priorities, more);
    }

    /** The same settings with {@code kind} at {@code priority}. */
    public AlarmSettings with(AlarmKind kind, AlarmPriority priority) {
        Map<AlarmKind, AlarmPriority> changed = new EnumMap<>(priorities);
        changed.put(kind, priority);
        return new AlarmSettings(thresholds, changed, off);
    }

    /** Everything that is wrong with {@code thresholds}, missing ones being at their defaults; empty when nothing is. */
    public static List<String> problems(Map<AlarmThreshold, Double> thresholds) {
        List<String> problems = new ArrayList<>();
        Map<AlarmThreshold, Double> all = completed(thresholds);
        all.forEach((threshold, value) -> {
            if (!(value >= threshold.least() && value <= threshold.greatest())) {
                problems.add(threshold.key() + " must be in [" + threshold.least() + ", " + threshold.greatest()
                        + "], was " + value);
            } else if (threshold.isWhole() && value != Math.rint(value)) {
                problems.add(threshold.key() + " must be a whole number, was " + value);
            }
        });
        mustBeBelow(AlarmThreshold.PAUSE_SECONDS, AlarmThreshold.ASYSTOLE_SECONDS, all, problems);
        mustBeBelow(
                AlarmThreshold.EXTREME_BRADYCARDIA_BEATS_PER_MINUTE,
                AlarmThreshold.EXTREME_TACHYCARDIA_BEATS_PER_MINUTE,
                all,
                problems);
        return List.copyOf(problems);
    }

    private static void mustBeBelow(
            AlarmThreshold low, AlarmThreshold high, Map<AlarmThreshold, Double> all, List<String> problems) {
        if (!(all.get(low) < all.get(high))) {
            problems.add(
                    low.key() + " must be below " + high.key() + ", was " + all.get(low) + " with " + all.get(high));
        }
    }

    private static Map<AlarmThreshold, Double> completed(Map<AlarmThreshold, Double> given) {
        Map<AlarmThreshold, Double> all = new EnumMap<>(AlarmThreshold.class);
        for (AlarmThreshold threshold : AlarmThreshold.values()) {
            all.put(threshold, given.getOrDefault(threshold, threshold.defaultValue()));
        }
        return Collections.unmodifiableMap(all);
    }

    private static Map<AlarmKind, AlarmPriority> completedPriorities(Map<AlarmKind, AlarmPriority> given) {
        Map<AlarmKind, AlarmPriority> all = new EnumMap<>(AlarmKind.class);
        for (AlarmKind kind : AlarmKind.values()) {
            all.put(kind, given.getOrDefault(kind, kind.priority()));
        }
        return Collections.unmodifiableMap(all);
    }
}
