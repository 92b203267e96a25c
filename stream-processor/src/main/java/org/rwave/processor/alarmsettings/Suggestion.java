package org.rwave.processor.alarmsettings;

import java.util.Collection;
import java.util.Comparator;

/** What somebody may have meant: the permitted word with the fewest letters to change (Levenshtein 1966). */
final class Suggestion {
    private Suggestion() {}

    /** {@code ; did you mean X?} when something permitted is near, else what is permitted. */
    static String amongst(Collection<String> permitted, String written) {
        String nearest = permitted.stream()
                .min(Comparator.comparingInt(word -> distance(word, written)))
                .orElseThrow();
        boolean isNear = distance(nearest, written) <= Math.max(2, written.length() / 3);
        return isNear ? "; did you mean " + nearest + "?" : "; permitted are " + String.join(", ", permitted);
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1)) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
