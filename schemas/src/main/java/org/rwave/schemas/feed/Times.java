package org.rwave.schemas.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants of Avro to microseconds of {@code ecg} and back. */
final class Times {
    private Times() {}

    static Instant instant(long epochMicros) {
        return Instant.EPOCH.plus(epochMicros, ChronoUnit.MICROS);
    }

    static long epochMicros(String field, Instant instant) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(field + " is out of range: " + instant, e);
        }
    }
}
