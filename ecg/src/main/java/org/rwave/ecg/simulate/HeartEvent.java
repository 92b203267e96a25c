package org.rwave.ecg.simulate;

import java.util.Optional;
import org.rwave.ecg.recording.AnnotationCode;

/** What the simulated heart or its electrodes do, in order of time. */
sealed interface HeartEvent {
    /** Seconds from the start of the recording. */
    double seconds();

    /** Waves to draw; {@code code} is empty for a P wave that nothing follows. */
    record Beat(double seconds, BeatShape shape, Optional<AnnotationCode> code) implements HeartEvent {}

    /** A rhythm begins; {@code name} as in the annotation's text, for instance {@code (AFIB}. */
    record RhythmStart(double seconds, String name) implements HeartEvent {}

    /** The atria fibrillate, flutter or beat in order again. */
    record AtriaChange(double seconds, AtrialActivity activity) implements HeartEvent {}

    /** Fibrillation or flutter of the ventricles begins or ends. */
    record ChaosBoundary(double seconds, boolean begins) implements HeartEvent {}

    /** Something disturbs the signal for {@code lengthSeconds}. */
    record Disturbance(double seconds, DisturbanceKind kind, int lead, double millivolts, double lengthSeconds)
            implements HeartEvent {}

    /** The scenario is over. */
    record End(double seconds) implements HeartEvent {}
}
