package org.rwave.ecg.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.signal.SamplingRate;

class ArrhythmiaCourseTest {
    private static final List<List<Annotation>> PATIENTS = IntStream.rangeClosed(1, 60)
            .mapToObj(number -> patient(number).annotations())
            .toList();

    private static SimulatedRecording patient(int number) {
        return new PatientSimulator(3).arrhythmiaPatient(number, Duration.ofMinutes(4), new SamplingRate(250));
    }

    @Test
    void some_have_more_atrial_ectopic_beats_than_sinus_beats() {
        assertThat(PATIENTS)
                .anyMatch(beats -> count(beats, AnnotationCode.ATRIAL_PREMATURE) > normal(beats)
                        && normal(beats) > 0.1 * count(beats, AnnotationCode.ATRIAL_PREMATURE));
    }

    @Test
    void some_have_at_least_every_fourth_beat_from_the_ventricles() {
        assertThat(PATIENTS).anyMatch(beats -> 3 * count(beats, AnnotationCode.PREMATURE_VENTRICULAR) > normal(beats));
    }

    @Test
    void nobody_is_paced_and_everybody_has_one_heartbeat_every_six_seconds() {
        assertThat(PATIENTS).allSatisfy(beats -> {
            assertThat(beats).noneMatch(beat -> beat.code() == AnnotationCode.PACED);
            long[] at = beats.stream()
                    .filter(beat -> beat.code().isBeat())
                    .mapToLong(Annotation::sampleIndex)
                    .toArray();
            assertThat(IntStream.range(1, at.length).mapToLong(i -> at[i] - at[i - 1]))
                    .allMatch(interval -> interval < 6 * 250);
        });
    }

    @Test
    void the_same_number_is_the_same_patient() {
        assertThat(patient(7).annotations()).isEqualTo(patient(7).annotations());
        assertThat(patient(7).annotations()).isNotEqualTo(patient(8).annotations());
    }

    private static long normal(List<Annotation> beats) {
        return beats.stream()
                .filter(beat -> beat.code().isBeat()
                        && beat.code() != AnnotationCode.ATRIAL_PREMATURE
                        && beat.code() != AnnotationCode.PREMATURE_VENTRICULAR)
                .count();
    }

    private static long count(List<Annotation> beats, AnnotationCode code) {
        return beats.stream().filter(beat -> beat.code() == code).count();
    }
}
