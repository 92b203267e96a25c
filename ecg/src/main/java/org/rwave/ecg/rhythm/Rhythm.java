package org.rwave.ecg.rhythm;

/** The rhythm as bedside monitors name it. */
public enum Rhythm {
    /** Not enough beats yet, or no usable signal. */
    UNKNOWN,
    /** Regular, dominant N. */
    REGULAR,
    /** RR irregular without a dominant ectopic cause; includes atrial fibrillation. */
    IRREGULAR,
    BIGEMINY,
    TRIGEMINY,
    /** At least three ventricular beats, too few for one of the next two. */
    VENTRICULAR_RUN,
    /** Ventricular beats slower than tachycardia. */
    IDIOVENTRICULAR_RHYTHM,
    VENTRICULAR_TACHYCARDIA,
    /** Supraventricular ectopic beats, fast and not irregular. */
    SUPRAVENTRICULAR_TACHYCARDIA,
    /** Fibrillation or flutter, by the wave. */
    VENTRICULAR_FIBRILLATION,
    ASYSTOLE,
    PACED
}
