package org.rwave.ecg.alarm;

import java.util.Locale;

/**
 * One condition of a rule as it was met: what was measured beside its threshold. The rule states it at the moment it
 * decides, so the account of an alarm comes from the rule itself and not from a second implementation of it.
 *
 * @param quantity what was measured, for instance {@code ventricular beats in a row}
 * @param measured the value
 * @param comparison how it is compared with the threshold
 * @param threshold the value compared with
 * @param unit of both: {@code s}, {@code /min}, {@code %}, {@code Hz}, {@code mV}, or empty for a count, a ratio or the
 *     logarithm of odds
 * @param setting key of the {@link AlarmThreshold} that sets the threshold; empty when the rule fixes it
 */
public record Criterion(
        String quantity, double measured, Comparison comparison, double threshold, String unit, String setting) {
    /** How a measured value is compared with its threshold. */
    public enum Comparison {
        AT_LEAST(">="),
        ABOVE(">"),
        BELOW("<");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** As it is written between two numbers. */
        public String sign() {
            return sign;
        }

        boolean holds(double measured, double threshold) {
            return switch (this) {
                case AT_LEAST -> measured >= threshold;
                case ABOVE -> measured > threshold;
                case BELOW -> measured < threshold;
            };
        }
    }

    /** At least the threshold that {@code setting} sets. */
    static Criterion atLeast(AlarmThreshold setting, String quantity, double measured, double threshold) {
        return set(setting, quantity, measured, Comparison.AT_LEAST, threshold);
    }

    /** Above the threshold that {@code setting} sets. */
    static Criterion above(AlarmThreshold setting, String quantity, double measured, double threshold) {
        return set(setting, quantity, measured, Comparison.ABOVE, threshold);
    }

    /** Below the threshold that {@code setting} sets. */
    static Criterion below(AlarmThreshold setting, String quantity, double measured, double threshold) {
        return set(setting, quantity, measured, Comparison.BELOW, threshold);
    }

    /** A threshold that the rule fixes. */
    static Criterion fixed(String quantity, double measured, Comparison comparison, double threshold, String unit) {
        return new Criterion(quantity, measured, comparison, threshold, unit, "");
    }

    /** More than half of the {@code beats} beats counted are of good quality. */
    static Criterion mostlyReliable(int reliable, int beats) {
        return fixed("of them in good quality", reliable, Comparison.ABOVE, beats / 2.0, "");
    }

    /** All of the {@code beats} beats looked at are of good quality. */
    static Criterion allReliable(int beats) {
        return fixed("beats looked at, all in good quality", beats, Comparison.AT_LEAST, beats, "");
    }

    /** At least one of the beats counted is a V, not only fusion beats. */
    static Criterion oneVentricular(int count) {
        return fixed("of them class V", count, Comparison.AT_LEAST, 1, "");
    }

    private static Criterion set(
            AlarmThreshold setting, String quantity, double measured, Comparison comparison, double threshold) {
        return new Criterion(quantity, measured, comparison, threshold, unitOf(setting), setting.key());
    }

    private static String unitOf(AlarmThreshold setting) {
        if (setting.key().endsWith("-seconds")) {
            return "s";
        }
        return setting.key().endsWith("-per-minute") ? "/min" : "";
    }

    /** Whether the measured value meets the threshold. */
    public boolean isMet() {
        return comparison.holds(measured, threshold);
    }

    /** One line: {@code rate of the last 5: 146/min, RR 411 ms (>= 100/min)}. */
    public String describe() {
        String interval = unit.equals("/min") && quantity.contains("rate") && measured > 0
                ? ", RR " + Math.round(60_000 / measured) + " ms"
                : "";
        return quantity + ": " + number(measured) + interval + " (" + comparison.sign() + " " + number(threshold) + ")";
    }

    private String number(double value) {
        boolean isWhole = value == Math.rint(value) && !unit.equals("s");
        String digits = isWhole
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, unit.isEmpty() || unit.equals("s") ? "%.2f" : "%.1f", value);
        return digits + (unit.isEmpty() || unit.startsWith("/") ? unit : " " + unit);
    }
}
