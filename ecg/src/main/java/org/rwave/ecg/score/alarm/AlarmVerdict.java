package org.rwave.ecg.score.alarm;

/** What an alarm was worth. */
public enum AlarmVerdict {
    /** Raised within an episode of its own rhythm, or at most 5 s before it or 10 s after it. */
    TRUE,
    /** Within another lethal rhythm: whoever came, came rightly. */
    OTHER_NAME,
    /**
     * Within a stretch of its own rhythm that is too short or too slow for the alarm's definition; for VT, VF and fast rates
     * also within such a stretch of one of the other two.
     */
    BELOW_DEFINITION,
    /** Within a stretch annotated as noise, where the reference says nothing of the patient. */
    IN_NOISE,
    /** An extreme rate where no beats are annotated. */
    UNJUDGED,
    FALSE
}
