package org.rwave.ecg.alarm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rwave.ecg.rhythm.RhythmLimits;

/**
 * How one patient's alarms are set. Defaults: every alarm on, {@link AlarmThreshold#defaultValue()}, {@link
 * AlarmKind#priority()}; {@link PatientClass} has those of other patients than adults.
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

    /** The documented defaults, those of an adult. */
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
        all.forEach((threshold, value) -> threshold.problem(value).ifPresent(problems::add));
        conflicts(all).forEach(conflict -> problems.add(conflict.rule()));
        return List.copyOf(problems);
    }

    /** What is impossible only in combination, missing thresholds being at their defaults. */
    public static List<ThresholdConflict> conflicts(Map<AlarmThreshold, Double> thresholds) {
        Map<AlarmThreshold, Double> all = completed(thresholds);
        List<ThresholdConflict> conflicts = new ArrayList<>();
        mustBeBelow(AlarmThreshold.PAUSE_SECONDS, AlarmThreshold.ASYSTOLE_SECONDS, 0, all)
                .ifPresent(conflicts::add);
        mustBeBelow(
                        AlarmThreshold.EXTREME_BRADYCARDIA_BEATS_PER_MINUTE,
                        AlarmThreshold.EXTREME_TACHYCARDIA_BEATS_PER_MINUTE,
                        all.get(AlarmThreshold.RATE_HYSTERESIS_BEATS_PER_MINUTE),
                        all)
                .ifPresent(conflicts::add);
        return List.copyOf(conflicts);
    }

    /** @param hysteresis by which each limit must be left before its alarm ends: both must have room for it */
    private static Optional<ThresholdConflict> mustBeBelow(
            AlarmThreshold low, AlarmThreshold high, double hysteresis, Map<AlarmThreshold, Double> all) {
        String values = ", was " + all.get(low) + " with " + all.get(high);
        if (!(all.get(low) < all.get(high))) {
            return Optional.of(
                    new ThresholdConflict(List.of(low, high), low.key() + " must be below " + high.key() + values));
        }
        if (!(all.get(low) + hysteresis < all.get(high) - hysteresis)) {
            AlarmThreshold margin = AlarmThreshold.RATE_HYSTERESIS_BEATS_PER_MINUTE;
            return Optional.of(new ThresholdConflict(
                    List.of(low, high, margin),
                    low.key() + " must be below " + high.key() + " by more than twice " + margin.key() + " ("
                            + hysteresis + ")" + values));
        }
        return Optional.empty();
    }

    /**
     * SHA-256 of everything that is set, lower-case hex: the same settings have the same fingerprint in every process of
     * this release.
     */
    public String fingerprint() {
        StringBuilder text = new StringBuilder();
        thresholds.forEach((threshold, value) ->
                text.append(threshold.key()).append('=').append(value).append('\n'));
        priorities.forEach((kind, priority) -> text.append(kind.key())
                .append('=')
                .append(off.contains(kind) ? "OFF" : priority.name())
                .append('\n'));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
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

    /** What the names of rhythms take from these settings. */
    public RhythmLimits rhythmLimits() {
        return new RhythmLimits(
                count(AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS),
                get(AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE),
                count(AlarmThreshold.IDIOVENTRICULAR_RHYTHM_BEATS),
                count(AlarmThreshold.SUPRAVENTRICULAR_TACHYCARDIA_BEATS),
                get(AlarmThreshold.SUPRAVENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE),
                count(AlarmThreshold.BIGEMINY_CYCLES),
                count(AlarmThreshold.TRIGEMINY_CYCLES),
                micros(AlarmThreshold.ASYSTOLE_SECONDS));
    }
}
