package org.rwave.cli.score;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads spans of time: {@code 5:00}, {@code 1:02:03.5} (WFDB's style), {@code 150ms}, {@code 0.15s}, {@code 300}. */
public final class TimeOption implements ITypeConverter<Duration> {
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,5}):)?(\\d{1,5}):(\\d{1,2}(?:\\.\\d{1,9})?)");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{0,9}(?:\\.\\d{1,9})?)(ms|s|min)?");

    @Override
    public Duration convert(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            long minutes = Long.parseLong(clock.group(2));
            return seconds(clock.group(3), 1).plusMinutes(minutes).plusHours(hours);
        }
        Matcher amount = AMOUNT.matcher(text);
        if (amount.matches() && !amount.group(1).isEmpty()) {
            String unit = amount.group(2) == null ? "s" : amount.group(2);
            return seconds(amount.group(1), unit.equals("ms") ? 1e-3 : unit.equals("min") ? 60 : 1);
        }
        throw new TypeConversionException(
                "\"" + text + "\" is not a span of time; write it like 5:00, 1:02:03.5, 150ms or 0.15s");
    }

    /** The shortest way to write {@code span} that reads back as the same. */
    static String text(Duration span) {
        long millis = span.toMillis();
        if (millis < 10_000) {
            return millis + "ms";
        }
        String whole = String.format(java.util.Locale.ROOT, "%d:%02d", millis / 60_000, millis / 1000 % 60);
        return millis % 1000 == 0 ? whole : String.format(java.util.Locale.ROOT, "%s.%03d", whole, millis % 1000);
    }

    private static Duration seconds(String number, double unitSeconds) {
        return Duration.ofNanos(Math.round(Double.parseDouble(number) * unitSeconds * 1e9));
    }
}
