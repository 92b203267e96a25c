package org.rwave.schemas.feed;

/**
 * Whose signal, and which stream of it. Sample indices count within one source: a new source id means a new recording
 * or feed.
 *
 * @param patientId pseudonymous patient id, also the key of every Kafka record
 * @param sourceId names one continuous stream
 */
public record FeedId(String patientId, String sourceId) {
    /** Most characters in an id. */
    public static final int MAX_LENGTH = 200;

    public FeedId {
        check("patientId", patientId);
        check("sourceId", sourceId);
    }

    private static void check(String field, String id) {
        if (id == null || id.isEmpty() || id.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(field + " must have 1 to " + MAX_LENGTH + " characters, "
                    + (id == null ? "was missing" : "had " + id.length()));
        }
        for (int i = 0; i < id.length(); i++) {
            if (Character.isISOControl(id.charAt(i))) {
                throw new IllegalArgumentException(
                        field + " must not hold control characters, had U+%04X".formatted((int) id.charAt(i)));
            }
        }
    }

    @Override
    public String toString() {
        return patientId + "/" + sourceId;
    }
}
