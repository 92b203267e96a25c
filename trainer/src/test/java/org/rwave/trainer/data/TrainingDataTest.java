package org.rwave.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.score.ClassMapping;

/** Simulated patients alone, so that no recordings are needed. */
class TrainingDataTest {
    private static final DataSplit NOBODY = new DataSplit("nobody", List.of());

    private final List<String> reports = new ArrayList<>();

    @Test
    void simulated_patients_are_learned_from_whatever_the_split_and_never_judged() throws IOException {
        TrainingData data = capture(4, 7, 1, "REFERENCE,DETECTOR");

        List<LabelledBeat> beats = data.of(NOBODY);
        Set<String> records = beats.stream().map(LabelledBeat::record).collect(Collectors.toSet());

        assertThat(records).hasSize(4).allMatch(name -> name.startsWith("sim"));
        assertThat(beats).extracting(LabelledBeat::origin).containsOnly(BeatOrigin.SIMULATED);
        assertThat(beats).hasSizeGreaterThan(4 * 2 * 60);
        assertThat(beats).extracting(LabelledBeat::label).contains(BeatClass.N, BeatClass.V);
        assertThat(data.judged(NOBODY)).isEmpty();
        assertThat(reports).contains("4 simulated patients REFERENCE", "4 simulated patients DETECTOR");
    }

    @Test
    void the_same_seed_gives_the_same_patients_on_any_number_of_threads() throws IOException {
        String once = DataHash.of(capture(3, 7, 1, "REFERENCE").of(NOBODY));

        assertThat(DataHash.of(capture(3, 7, 2, "REFERENCE").of(NOBODY))).isEqualTo(once);
        assertThat(DataHash.of(capture(3, 8, 1, "REFERENCE").of(NOBODY))).isNotEqualTo(once);
    }

    @Test
    void of_simulated_patients_the_share_is_learned_from_that_their_own_variants_say() throws IOException {
        int all = capture(3, 7, 1, "REFERENCE").of(NOBODY).size();

        assertThat(capture(3, 7, 1, "REFERENCE*0.5").of(NOBODY).size()).isBetween(all * 4 / 10, all * 6 / 10);
    }

    @Test
    void no_simulated_patient_has_a_pacemaker() throws IOException {
        List<LabelledBeat> beats = capture(30, 1, 2, "REFERENCE").of(NOBODY);

        long unclassifiable =
                beats.stream().filter(beat -> beat.label() == BeatClass.Q).count();
        assertThat(unclassifiable).isLessThan(beats.size() / 100);
    }

    private TrainingData capture(int patients, long seed, int threads, String variants) throws IOException {
        List<CaptureVariant> played = VariantText.parseList(variants);
        SimulatedWard ward = new SimulatedWard(patients, 0, 0, Duration.ofMinutes(2), seed, played);
        TrainingData.Plan plan = new TrainingData.Plan(
                NOBODY, ClassMapping.LITERATURE, List.of(CaptureVariant.REFERENCE), ward, threads);
        return TrainingData.capture(
                RecordAccess.forTraining(Path.of("nowhere")), plan, (what, count) -> reports.add(what));
    }
}
