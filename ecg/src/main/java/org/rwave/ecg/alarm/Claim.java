package org.rwave.ecg.alarm;

import java.util.List;
import java.util.Locale;

/**
 * What a rule has to say about its condition.
 *
 * @param type nothing new, raise, or end
 * @param onsetSampleIndex where the condition began, when raised
 * @param message the rule's numbers, without the alarm's title
 * @param evidence R peaks counted, oldest first
 * @param criteria the rule's conditions with what was measured, when raised
 */
record Claim(Type type, long onsetSampleIndex, String message, List<Long> evidence, List<Criterion> criteria) {
    enum Type {
        NOTHING,
        RAISE,
        END
    }

    static final Claim NOTHING = new Claim(Type.NOTHING, 0, "", List.of(), List.of());

    /** The condition holds: {@code criteria} are all that it asks for. */
    static Claim raise(long onsetSampleIndex, List<Long> evidence, String message, Criterion... criteria) {
        return new Claim(Type.RAISE, onsetSampleIndex, message, evidence, List.of(criteria));
    }

    /** The condition has ended. */
    static Claim end(String reason) {
        return new Claim(Type.END, 0, reason, List.of(), List.of());
    }

    /** {@code micros} in seconds with one digit. */
    static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
    }

    /** A rate without digits. */
    static String perMinute(double beatsPerMinute) {
        return String.format(Locale.ROOT, "%.0f/min", beatsPerMinute);
    }
}
