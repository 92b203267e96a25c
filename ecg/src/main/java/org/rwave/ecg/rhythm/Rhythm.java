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
    VENTRICULAR_RUN,
    VENTRICULAR_TACHYCARDIA,
    /** Fibrillation or flutter, by the wave. */
    VENTRICULAR_FIBRILLATION,
    ASYSTOLE,
    PACED
}
