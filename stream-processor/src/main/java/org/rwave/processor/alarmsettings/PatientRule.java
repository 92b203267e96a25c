package org.rwave.processor.alarmsettings;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Settings for the patients whose id fits a pattern.
 *
 * @param pattern an id; {@code *} stands for any characters, {@code ?} for one
 */
record PatientRule(String pattern, Pattern regex, PatientAlarmSettings settings) {
    static PatientRule of(String pattern, PatientAlarmSettings settings) {
        return new PatientRule(pattern, Pattern.compile(regex(pattern, "."), Pattern.DOTALL), settings);
    }

    boolean fits(String patientId) {
        return regex.matcher(patientId).matches();
    }

    /** Whether every id that fits {@code pattern} fits {@code earlier} too. */
    static boolean isCovered(String pattern, String earlier) {
        return Pattern.compile(regex(earlier, "[^*]"), Pattern.DOTALL)
                .matcher(pattern)
                .matches();
    }

    /** @param one what {@code ?} stands for */
    private static String regex(String pattern, String one) {
        return pattern.chars()
                .mapToObj(Character::toString)
                .map(c -> c.equals("*") ? ".*" : c.equals("?") ? one : Pattern.quote(c))
                .collect(Collectors.joining());
    }
}
