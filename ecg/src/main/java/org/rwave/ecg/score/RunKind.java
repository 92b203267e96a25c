package org.rwave.ecg.score;

/** Which ectopic beats make up the runs that are compared. */
public enum RunKind {
    /** Consecutive V or F beats; fibrillation or flutter counts as a long run. */
    VENTRICULAR,
    /** Consecutive S beats; atrial fibrillation or flutter counts as a long run, and N within it as S. */
    SUPRAVENTRICULAR
}
