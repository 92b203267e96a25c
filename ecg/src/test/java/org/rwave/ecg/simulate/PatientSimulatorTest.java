package org.rwave.ecg.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.signal.SamplingRate;

/** Two hundred patients of one ward, a quarter of an hour each. */
class PatientSimulatorTest {
    private static final int PATIENTS = 200;
    private static final Map<AnnotationCode, Integer> CODES = new EnumMap<>(AnnotationCode.class);
    private static final Map<String, Integer> PATIENTS_WITH_RHYTHM = new HashMap<>();

    @BeforeAll
    static void count() {
        PatientSimulator ward = new PatientSimulator(2026);
        for (int number = 1; number <= PATIENTS; number++) {
            Set<String> rhythms = new HashSet<>();
            ward.patient(number, Duration.ofMinutes(15), new SamplingRate(360))
                    .annotationStream()
                    .forEachRemaining(annotation -> add(annotation, rhythms));
            rhythms.forEach(rhythm -> PATIENTS_WITH_RHYTHM.merge(rhythm, 1, Integer::sum));
        }
    }

    private static void add(Annotation annotation, Set<String> rhythms) {
        CODES.merge(annotation.code(), 1, Integer::sum);
        if (annotation.code() == AnnotationCode.RHYTHM_CHANGE) {
            rhythms.add(annotation.aux());
        }
    }

    private static double share(AnnotationCode code) {
        int beats = CODES.entrySet().stream()
                .filter(entry -> entry.getKey().isBeat())
                .mapToInt(Map.Entry::getValue)
                .sum();
        return CODES.getOrDefault(code, 0) / (double) beats;
    }

    @Test
    void most_beats_are_conducted_and_every_kind_of_beat_occurs() {
        assertThat(share(AnnotationCode.NORMAL)).isBetween(0.6, 0.95);
        assertThat(share(AnnotationCode.PREMATURE_VENTRICULAR)).isBetween(0.01, 0.08);
        assertThat(share(AnnotationCode.ATRIAL_PREMATURE)).isBetween(0.005, 0.05);
        assertThat(share(AnnotationCode.FUSION_VENTRICULAR)).isBetween(0.0003, 0.01);
        assertThat(share(AnnotationCode.PACED)).isBetween(0.01, 0.15);
        assertThat(share(AnnotationCode.UNCLASSIFIABLE)).isBetween(0.0003, 0.01);
        assertThat(share(AnnotationCode.LEFT_BUNDLE_BRANCH_BLOCK)).isBetween(0.01, 0.12);
        assertThat(share(AnnotationCode.RIGHT_BUNDLE_BRANCH_BLOCK)).isBetween(0.01, 0.15);
    }

    @Test
    void some_patients_fibrillate_and_some_are_paced() {
        assertThat(PATIENTS_WITH_RHYTHM.get("(AFIB")).isBetween(12, 40);
        assertThat(PATIENTS_WITH_RHYTHM.get("(P")).isBetween(5, 25);
        assertThat(PATIENTS_WITH_RHYTHM.get("(N")).isGreaterThan(130);
        assertThat(PATIENTS_WITH_RHYTHM.get("(VT")).isGreaterThan(10);
    }
}
