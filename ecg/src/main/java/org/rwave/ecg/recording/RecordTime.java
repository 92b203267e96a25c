package org.rwave.ecg.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Base time and date of a header: {@code [[HH:]MM:]SS[.fraction] [DD/MM/YYYY]}. Headers name no time zone; instants are
 * taken as UTC.
 */
record RecordTime(Optional<Instant> start) {
    private static final Pattern TIME =
            Pattern.compile("(?:(?:(?<h>\\d{1,2}):)?(?<m>\\d{1,2}):)?(?<s>\\d{1,2}(?:\\.\\d{0,9})?)");
    private static final Pattern DATE = Pattern.compile("(?<d>\\d{1,2})/(?<m>\\d{1,2})/(?<y>\\d{1,4})");

    static RecordTime parse(HeaderLine line) throws RecordingException {
        if (!line.hasMore()) {
            return new RecordTime(Optional.empty());
        }
        long nanosOfDay = nanosOfDay(line, line.word("the base time"));
        if (!line.hasMore()) {
            return new RecordTime(Optional.empty());
        }
        LocalDate date = date(line, line.word("the base date"));
        return new RecordTime(
                Optional.of(date.atStartOfDay(ZoneOffset.UTC).toInstant().plusNanos(nanosOfDay)));
    }

    private static long nanosOfDay(HeaderLine line, String text) throws RecordingException {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw line.bad("the base time is \"" + text + "\", not HH:MM:SS");
        }
        long hours = number(matcher.group("h"));
        long minutes = number(matcher.group("m"));
        double seconds = Double.parseDouble(matcher.group("s"));
        if (hours > 23 || minutes > 59 || seconds >= 60) {
            throw line.bad("the base time is \"" + text + "\", not a time of day");
        }
        return (hours * 3600 + minutes * 60) * 1_000_000_000L + Math.round(seconds * 1e9);
    }

    private static LocalDate date(HeaderLine line, String text) throws RecordingException {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            throw line.bad("the base date is \"" + text + "\", not DD/MM/YYYY");
        }
        try {
            return LocalDate.of((int) number(matcher.group("y")), (int) number(matcher.group("m")), (int)
                    number(matcher.group("d")));
        } catch (DateTimeException e) {
            throw line.bad("the base date is \"" + text + "\", which is no day");
        }
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
