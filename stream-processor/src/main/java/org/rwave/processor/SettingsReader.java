package org.rwave.processor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads typed values out of text, and collects what is wrong instead of stopping at the first problem. */
final class SettingsReader {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Map<String, Long> UNIT_MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private final Map<String, String> unread;
    private final TreeSet<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> values) {
        this.unread = new TreeMap<>(values);
    }

    String text(String key, String whenAbsent) {
        return value(key, whenAbsent, "text", text -> text.isBlank() ? null : text);
    }

    Optional<String> optionalText(String key) {
        return Optional.ofNullable(text(key, null));
    }

    boolean flag(String key, boolean whenAbsent) {
        return value(key, whenAbsent, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        });
    }

    int number(String key, int whenAbsent, int least, int most) {
        return value(key, whenAbsent, "a whole number from " + least + " to " + most, text -> {
            int number = text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : Integer.MIN_VALUE;
            return number >= least && number <= most ? number : null;
        });
    }

    OptionalInt optionalNumber(String key, int least, int most) {
        boolean given = unread.containsKey(key);
        int number = number(key, least, least, most);
        return given ? OptionalInt.of(number) : OptionalInt.empty();
    }

    Duration duration(String key, Duration whenAbsent, Duration least, Duration most) {
        String rule = "a duration from " + text(least) + " to " + text(most) + ", such as 250ms, 10s, 15m or 2h";
        return value(key, whenAbsent, rule, text -> {
            Matcher matcher = DURATION.matcher(text);
            if (!matcher.matches()) {
                return null;
            }
            Duration duration = Duration.ofMillis(Long.parseLong(matcher.group(1)) * UNIT_MILLIS.get(matcher.group(2)));
            return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0 ? duration : null;
        });
    }

    <E extends Enum<E>> E choice(String key, E whenAbsent) {
        E[] constants = whenAbsent.getDeclaringClass().getEnumConstants();
        String rule = "one of "
                + String.join(
                        ", ", Arrays.stream(constants).map(SettingsReader::text).toList());
        return value(
                key,
                whenAbsent,
                rule,
                text -> Arrays.stream(constants)
                        .filter(constant -> text(constant).equals(text.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(null));
    }

    /** Adds a problem that lies in several values together. */
    void require(boolean claim, String problem) {
        if (!claim) {
            problems.add(problem);
        }
    }

    /** Ends the reading: throws if anything was wrong or left over. */
    void finish() {
        unread.keySet()
                .forEach(key -> problems.add("unknown setting " + key + "; known are " + String.join(", ", known)));
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    private <V> V value(String key, V whenAbsent, String rule, Function<String, V> parse) {
        known.add(key);
        String text = unread.remove(key);
        if (text == null) {
            return whenAbsent;
        }
        V value = parse.apply(text.strip());
        if (value == null) {
            problems.add(key + " must be " + rule + ", was '" + text + "'");
            return whenAbsent;
        }
        return value;
    }
}
