package org.rwave.schemas.feed;

/** Rules shared by the fields of several records. */
final class Checks {
    private Checks() {}

    static long sampleIndex(String field, long value) {
        if (value < 0 || value > FeedChunk.MAX_SAMPLE_INDEX) {
            throw new IllegalArgumentException(
                    field + " must be in [0, " + FeedChunk.MAX_SAMPLE_INDEX + "], was " + value);
        }
        return value;
    }

    /** The constant of {@code type} named {@code name}. */
    static <E extends Enum<E>> E constant(String field, Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                field + " " + name + " is not known to this version (" + type.getSimpleName() + ")");
    }
}
