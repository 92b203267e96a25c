package org.rwave.ecg.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.signal.SamplingRate;

class BroadBeatCourseTest {
    private static final int HERTZ = 250;
    private static final Set<AnnotationCode> BLOCKED =
            Set.of(AnnotationCode.LEFT_BUNDLE_BRANCH_BLOCK, AnnotationCode.RIGHT_BUNDLE_BRANCH_BLOCK);
    private static final List<List<Annotation>> PATIENTS = IntStream.rangeClosed(1, 160)
            .mapToObj(number -> patient(number).annotations().stream()
                    .filter(annotation -> annotation.code().isBeat())
                    .toList())
            .toList();

    private static SimulatedRecording patient(int number) {
        return new PatientSimulator(3).broadBeatPatient(number, Duration.ofMinutes(4), new SamplingRate(HERTZ));
    }

    @Test
    void in_some_a_ventricular_focus_makes_up_a_third_to_a_half_of_the_beats() {
        assertThat(PATIENTS)
                .filteredOn(beats -> share(beats, Set.of(AnnotationCode.PREMATURE_VENTRICULAR)) > 1 / 3.0)
                .hasSizeGreaterThan(10);
    }

    @Test
    void in_some_most_ventricular_beats_come_when_a_sinus_beat_is_due() {
        assertThat(PATIENTS)
                .anyMatch(beats ->
                        ventricularIntervals(beats).filter(share -> share > 0.9).count()
                                        > 0.8 * ventricularIntervals(beats).count()
                                && ventricularIntervals(beats).count() > 50);
    }

    @Test
    void in_some_a_bundle_branch_fails_now_and_then() {
        assertThat(PATIENTS)
                .anyMatch(beats -> share(beats, BLOCKED) > 0.1
                        && share(beats, BLOCKED) < 0.7
                        && share(beats, Set.of(AnnotationCode.NORMAL)) > 0.2);
    }

    @Test
    void in_some_the_one_bundle_branch_is_always_blocked_and_now_and_then_the_other() {
        assertThat(PATIENTS)
                .anyMatch(beats -> share(beats, Set.of(AnnotationCode.LEFT_BUNDLE_BRANCH_BLOCK)) > 0.1
                        && share(beats, Set.of(AnnotationCode.RIGHT_BUNDLE_BRANCH_BLOCK)) > 0.1);
    }

    @Test
    void in_some_early_atrial_beats_are_conducted_aberrantly() {
        assertThat(PATIENTS).anyMatch(beats -> share(beats, Set.of(AnnotationCode.ABERRATED_ATRIAL_PREMATURE)) > 0.02);
    }

    @Test
    void the_same_number_is_the_same_patient() {
        assertThat(patient(7).annotations()).isEqualTo(patient(7).annotations());
        assertThat(patient(7).annotations()).isNotEqualTo(patient(8).annotations());
    }

    private static double share(List<Annotation> beats, Set<AnnotationCode> codes) {
        return beats.stream().filter(beat -> codes.contains(beat.code())).count() / (double) beats.size();
    }

    /** How long before each ventricular beat the last beat was, as a share of the patient's median interval. */
    private static DoubleStream ventricularIntervals(List<Annotation> beats) {
        double[] intervals = IntStream.range(1, beats.size())
                .mapToDouble(i -> beats.get(i).sampleIndex() - beats.get(i - 1).sampleIndex())
                .toArray();
        double median = Arrays.stream(intervals)
                .sorted()
                .skip(intervals.length / 2)
                .findFirst()
                .orElseThrow();
        return IntStream.range(1, beats.size())
                .filter(i -> beats.get(i).code() == AnnotationCode.PREMATURE_VENTRICULAR)
                .mapToDouble(i -> intervals[i - 1] / median);
    }
}
