package org.rwave.trainer.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.data.CaptureVariant;
import org.rwave.trainer.data.VariantText;

/** Values by key, read as numbers and lists. A bad one is noted as a problem and its default taken, so that all are reported. */
final class CheckedValues {
    private final Map<String, String> values;
    private final Map<String, String> defaults;
    private final List<String> problems = new ArrayList<>();

    CheckedValues(Map<String, String> values, Map<String, String> defaults) {
        this.values = values;
        this.defaults = defaults;
    }

    /** Notes another problem. */
    void problem(String what) {
        problems.add(what);
    }

    /** Everything that was wrong so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** How records are played. */
    List<CaptureVariant> variants(String key) {
        try {
            return VariantText.parseList(values.get(key));
        } catch (IllegalArgumentException e) {
            problems.add(key + ": " + e.getMessage());
            return List.of(CaptureVariant.REFERENCE);
        }
    }

    /** Numbers and ranges of features, as in {@code 3,28-51}. */
    Set<Integer> features(String key) {
        return parse(key, "numbers or ranges from 0 to " + (Preprocessing.FEATURES - 1) + ", comma-separated", text -> {
            Set<Integer> features = new TreeSet<>();
            for (String range : text.isBlank() ? new String[0] : text.split(",", -1)) {
                String[] ends = range.strip().split("-", 2);
                int first = Integer.parseInt(ends[0]);
                int last = Integer.parseInt(ends[ends.length - 1]);
                if (first > last || last >= Preprocessing.FEATURES) {
                    throw new IllegalArgumentException(range);
                }
                IntStream.rangeClosed(first, last).forEach(features::add);
            }
            return features;
        });
    }

    /** Whole numbers, as in {@code 16,32}. */
    List<Integer> integers(String key) {
        return parse(
                key,
                "whole numbers, comma-separated",
                text -> text.isBlank()
                        ? List.of()
                        : Arrays.stream(text.split(",", -1))
                                .map(word -> Integer.valueOf(word.strip()))
                                .toList());
    }

    /** A whole number from {@code smallest} to {@code largest}. */
    int integer(String key, int smallest, int largest) {
        return (int) number(key, "a whole number", smallest, largest, text -> (double) Integer.parseInt(text));
    }

    /** A number from {@code smallest} to {@code largest}. */
    double number(String key, double smallest, double largest) {
        return number(key, "a number", smallest, largest, Double::valueOf);
    }

    private double number(String key, String kind, double smallest, double largest, Function<String, Double> parser) {
        String rule = kind + " from " + smallest + " to " + largest;
        return parse(key, rule, text -> {
            double value = parser.apply(text);
            if (!(value >= smallest && value <= largest)) {
                throw new IllegalArgumentException(text);
            }
            return value;
        });
    }

    /** What {@code parser} makes of the value; {@code rule} says what it must be. */
    <T> T parse(String key, String rule, Function<String, T> parser) {
        String text = values.get(key);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(key + " must be " + rule + ", was '" + text + "'");
            return parser.apply(defaults.get(key));
        }
    }
}
