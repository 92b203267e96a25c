package org.rwave.ecg.score;

/** What an annotation means to runs of one {@link RunKind}. */
enum RunRole {
    /** A beat of the run's kind. */
    MEMBER,
    /** A beat of another kind: the run is over. */
    OTHER_BEAT,
    /** Fibrillation of the run's kind begins: a run of maximal length. */
    FIBRILLATION_START,
    /** Fibrillation of the run's kind ends. */
    FIBRILLATION_END,
    /** Fibrillation of the other kind begins. */
    OTHER_FIBRILLATION_START,
    /** Fibrillation of the other kind ends. */
    OTHER_FIBRILLATION_END,
    /** The signal becomes unreadable: the run is over. */
    UNREADABLE,
    /** Nothing. */
    NONE
}
