package org.rwave.ecg.score;

import java.time.Duration;
import java.util.Optional;

/**
 * How annotations are compared. EC57 allows {@link #standard()} alone; other values are for development.
 *
 * @param start start of the test period; what comes before is for learning
 * @param end end of the test period; empty: end of the record
 * @param matchWindow largest distance of two annotations of the same beat, inclusive
 * @param mapping from annotation type to beat class
 */
public record ScoringSettings(Duration start, Optional<Duration> end, Duration matchWindow, ClassMapping mapping) {
    private static final Duration LEARNING_PERIOD = Duration.ofMinutes(5);
    private static final Duration MATCH_WINDOW = Duration.ofMillis(150);

    public ScoringSettings {
        if (start.isNegative()) {
            throw new IllegalArgumentException("the start of the test period must not be negative, was " + start);
        }
        if (end.isPresent() && end.get().compareTo(start) <= 0) {
            throw new IllegalArgumentException(
                    "the test period must end after it starts at " + start + ", but ends at " + end.get());
        }
        if (matchWindow.isNegative()) {
            throw new IllegalArgumentException("the match window must not be negative, was " + matchWindow);
        }
    }

    /** EC57: from 5:00 to the end of the record, 150 ms. */
    public static ScoringSettings standard() {
        return new ScoringSettings(LEARNING_PERIOD, Optional.empty(), MATCH_WINDOW, ClassMapping.EC57);
    }

    /** The same with another mapping. */
    public ScoringSettings withMapping(ClassMapping other) {
        return new ScoringSettings(start, end, matchWindow, other);
    }

    /** The same from another start. */
    public ScoringSettings withStart(Duration other) {
        return new ScoringSettings(other, end, matchWindow, mapping);
    }

    /** Whether EC57 permits reporting figures made like this (4.1: learning period; 4.2: match window). */
    public boolean isStandard() {
        return equals(standard());
    }
}
