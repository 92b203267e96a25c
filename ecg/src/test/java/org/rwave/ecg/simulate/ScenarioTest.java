package org.rwave.ecg.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.signal.SamplingRate;

/** Every element of a scenario happens, and nothing else. */
class ScenarioTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private static Played inSinus(UnaryOperator<Scenario.Builder> middle) {
        Scenario scenario = middle.apply(Scenario.builder().sinus(60, TEN_SECONDS))
                .sinus(60, TEN_SECONDS)
                .build();
        return Played.clean(4, Conduction.NORMAL, scenario);
    }

    @Test
    void sinus_rhythm_is_normal_beats_at_its_rate() {
        Played played = inSinus(scenario -> scenario);

        assertThat(played.codes()).matches("N{19,21}");
        assertThat(played.rhythms()).isEqualTo("(N");
        assertThat(played.samples()).isEqualTo(20_000);
    }

    @Test
    void single_ectopic_beats_are_one_beat_each() {
        assertThat(inSinus(Scenario.Builder::prematureAtrial).codes()).matches("N+AN+");
        assertThat(inSinus(Scenario.Builder::prematureVentricular).codes()).matches("N+VN+");
        assertThat(inSinus(Scenario.Builder::fusion).codes()).matches("N+FN+");
        assertThat(inSinus(Scenario.Builder::unknown).codes()).matches("N+QN+");
    }

    @Test
    void a_couplet_is_two_ventricular_beats_between_normal_ones() {
        Played played = inSinus(Scenario.Builder::couplet);

        assertThat(played.codes()).matches("N+VVN+");
        assertThat(played.rhythms()).isEqualTo("(N");
    }

    @Test
    void two_couplets_are_not_a_run() {
        assertThat(inSinus(scenario -> scenario.couplet().couplet()).codes()).matches("N+VVNVVN+");
    }

    @Test
    void a_run_has_its_beats_at_its_rate() {
        Played played = inSinus(scenario -> scenario.run(5, 150));

        assertThat(played.codes()).matches("N+V{5}N+");
        assertThat(played.rhythms()).isEqualTo("(N (VT (N");
        int first = played.codes().indexOf('V');
        assertThat(played.rrSeconds().subList(first, first + 4))
                .allSatisfy(rr -> assertThat(rr).isCloseTo(0.4, Offset.offset(0.03)));
    }

    @Test
    void ventricular_tachycardia_lasts_its_time() {
        Played played = inSinus(scenario -> scenario.ventricularTachycardia(180, Duration.ofSeconds(12)));

        assertThat(played.codes()).matches("N+V{35,37}N+");
        assertThat(played.rhythms()).isEqualTo("(N (VT (N");
    }

    @Test
    void slow_ventricular_beats_are_an_idioventricular_rhythm() {
        assertThat(inSinus(scenario -> scenario.ventricularTachycardia(70, TEN_SECONDS))
                        .rhythms())
                .isEqualTo("(N (IVR (N");
    }

    @Test
    void bigeminy_and_trigeminy_alternate() {
        Played bigeminy = inSinus(scenario -> scenario.bigeminy(6));
        Played trigeminy = inSinus(scenario -> scenario.trigeminy(5));

        assertThat(bigeminy.codes()).matches("N+(NV){6}N+");
        assertThat(bigeminy.rhythms()).isEqualTo("(N (B (N");
        assertThat(trigeminy.codes()).matches("N+(NNV){5}N+");
        assertThat(trigeminy.rhythms()).isEqualTo("(N (T (N");
    }

    @Test
    void an_atrial_run_is_supraventricular_tachycardia() {
        Played played = inSinus(scenario -> scenario.atrialRun(6, 150));

        assertThat(played.codes()).matches("N+A{6}N+");
        assertThat(played.rhythms()).isEqualTo("(N (SVTA (N");
    }

    @Test
    void asystole_has_no_beat_for_its_time() {
        Played played = inSinus(scenario -> scenario.asystole(Duration.ofSeconds(6)));

        assertThat(played.rrSeconds())
                .filteredOn(rr -> rr > 2)
                .singleElement()
                .satisfies(rr -> assertThat(rr).isCloseTo(6, Offset.offset(0.01)));
        assertThat(played.rhythms()).isEqualTo("(N (ASYS (N");
    }

    @Test
    void asystole_follows_a_run_without_a_beat_between() {
        Played played = inSinus(scenario -> scenario.run(4).asystole(Duration.ofSeconds(5)));

        int lastVentricular = played.codes().lastIndexOf('V');
        assertThat(played.rrSeconds().get(lastVentricular)).isCloseTo(5, Offset.offset(0.05));
        assertThat(played.rhythms()).isEqualTo("(N (VT (ASYS (N");
    }

    @Test
    void a_pause_is_one_long_interval_in_the_same_rhythm() {
        Played played = inSinus(scenario -> scenario.pause(Duration.ofSeconds(3)));

        assertThat(played.rrSeconds())
                .filteredOn(rr -> rr > 2)
                .singleElement()
                .satisfies(rr -> assertThat(rr).isCloseTo(3, Offset.offset(0.01)));
        assertThat(played.rhythms()).isEqualTo("(N");
    }

    @Test
    void fibrillation_of_the_ventricles_is_bracketed_waves_without_beats() {
        Played played = inSinus(scenario -> scenario.ventricularFibrillation(TEN_SECONDS));

        double start = played.seconds(played.of(AnnotationCode.FLUTTER_ONSET).get(0));
        double end = played.seconds(played.of(AnnotationCode.FLUTTER_END).get(0));
        assertThat(end - start).isCloseTo(10, Offset.offset(0.01));
        assertThat(played.beats())
                .noneSatisfy(beat -> assertThat(played.seconds(beat)).isBetween(start, end));
        assertThat(played.of(AnnotationCode.FLUTTER_WAVE)).hasSizeBetween(40, 72);
        assertThat(played.rhythms()).isEqualTo("(N (VF (N");
    }

    @Test
    void tachycardia_may_go_over_into_flutter_and_fibrillation() {
        Played played = inSinus(scenario -> scenario.ventricularTachycardia(200, TEN_SECONDS)
                .ventricularFlutter(TEN_SECONDS)
                .ventricularFibrillation(TEN_SECONDS));

        assertThat(played.codes()).matches("N+V+N+");
        assertThat(played.rhythms()).isEqualTo("(N (VT (VFL (VF (N");
    }

    @Test
    void atrial_fibrillation_is_irregular_and_has_no_p_wave() {
        Scenario scenario =
                Scenario.builder().atrialFibrillation(90, Duration.ofMinutes(5)).build();
        Played played = Played.clean(4, Conduction.NORMAL, scenario);

        double spread = PatientProfile.random(4).atria().fibrillationSpread();
        assertThat(Statistics.deviation(played.rrSeconds()) / Statistics.mean(played.rrSeconds()))
                .isCloseTo(spread, Offset.offset(0.15 * spread));
        assertThat(60 / Statistics.mean(played.rrSeconds())).isBetween(84.0, 96.0);
        assertThat(played.rhythms()).isEqualTo("(AFIB");
        // Averaged over many beats what is not locked to the beat vanishes: no P wave is left.
        assertThat(Math.abs(averageBefore(played, 0.15))).isLessThan(0.03);
    }

    @Test
    void a_late_ventricular_beat_comes_when_the_sinus_beat_is_almost_due_and_is_followed_in_step() {
        Played played = inSinus(scenario -> scenario.lateVentricular());

        int late = played.codes().indexOf('V');
        assertThat(played.codes()).matches("N+VN+");
        double usual = Statistics.mean(played.rrSeconds().subList(0, late - 1));
        assertThat(played.rrSeconds().get(late - 1) / usual).isBetween(0.75, 1.0);
        assertThat(played.rrSeconds().get(late - 1) + played.rrSeconds().get(late))
                .isCloseTo(2 * usual, Offset.offset(0.15 * usual));
    }

    @Test
    void of_a_two_to_one_block_every_second_p_wave_has_no_beat() {
        Scenario scenario = Scenario.builder()
                .sinus(80, TEN_SECONDS)
                .avBlock(1, 40, 0)
                .sinus(80, TEN_SECONDS)
                .build();
        Played played = Played.clean(4, Conduction.NORMAL, scenario);

        assertThat(played.rhythms()).isEqualTo("(N (BII (N");
        List<Double> blocked =
                played.rrSeconds().stream().filter(rr -> rr > 1.2).toList();
        assertThat(blocked).hasSizeBetween(39, 41);
        assertThat(Statistics.mean(blocked)).isCloseTo(1.5, Offset.offset(0.05));
        // The P wave that is not conducted lies where the next beat's would have been.
        assertThat(averageBefore(played, 0.75 + 0.15)).isGreaterThan(0.04);
    }

    @Test
    void in_wenckebach_block_pr_grows_until_a_beat_is_dropped() {
        Scenario scenario =
                Scenario.builder().sinus(75, TEN_SECONDS).avBlock(3, 20, 60).build();
        Played played = Played.clean(4, Conduction.NORMAL, scenario);

        // The dropped beat's interval is shorter than two of the sinus node's by what PR had grown.
        List<Double> dropped =
                played.rrSeconds().stream().filter(rr -> rr > 1.2).toList();
        assertThat(dropped).hasSizeBetween(18, 20);
        assertThat(Statistics.mean(dropped)).isCloseTo(1.6 - 0.12, Offset.offset(0.05));
        assertThat(played.codes()).matches("N+");
    }

    @Test
    void an_ectopic_atrial_rhythm_is_faster_than_the_sinus_node_and_no_more() {
        Played played = inSinus(scenario -> scenario.atrialRhythm(12, 90, 0.02));

        assertThat(played.codes()).matches("N+A{12}N+");
    }

    @Test
    void sinus_rhythm_has_a_p_wave_where_fibrillation_has_none() {
        Scenario scenario = Scenario.builder().sinus(60, Duration.ofMinutes(2)).build();

        assertThat(averageBefore(Played.clean(4, Conduction.NORMAL, scenario), 0.15))
                .isGreaterThan(0.06);
    }

    private static double averageBefore(Played played, double seconds) {
        return played.beats().stream()
                .skip(2)
                .mapToDouble(beat -> played.at(0, beat.sampleIndex() - Math.round(1000 * seconds)))
                .average()
                .orElseThrow();
    }

    @Test
    void paced_beats_are_regular_and_start_with_a_spike() {
        Scenario scenario = Scenario.builder().paced(75, Duration.ofSeconds(30)).build();
        Played played = Played.clean(4, Conduction.NORMAL, scenario);

        assertThat(played.codes()).matches("/{37,38}");
        assertThat(played.rrSeconds()).allSatisfy(rr -> assertThat(rr).isCloseTo(0.8, Offset.offset(0.012)));
        for (Annotation beat : played.beats().subList(1, 20)) {
            double steepest = 0;
            for (int i = 40; i < 130; i++) {
                steepest = Math.max(
                        steepest, played.at(0, beat.sampleIndex() - i + 1) - played.at(0, beat.sampleIndex() - i));
            }
            assertThat(steepest).as("rise in 1 ms before the complex, mV").isGreaterThan(0.15);
        }
    }

    @Test
    void flutter_conducts_every_second_wave() {
        Scenario scenario =
                Scenario.builder().atrialFlutter(2, Duration.ofSeconds(20)).build();
        Played played = Played.clean(4, Conduction.NORMAL, scenario);

        assertThat(60 / Statistics.mean(played.rrSeconds())).isCloseTo(150, Offset.offset(1.0));
        assertThat(played.rhythms()).isEqualTo("(AFL");
    }

    @Test
    void bundle_branch_block_beats_carry_their_own_code() {
        Scenario scenario = Scenario.builder().sinus(70, TEN_SECONDS).build();

        assertThat(Played.clean(1, Conduction.LEFT_BUNDLE_BRANCH_BLOCK, scenario)
                        .codes())
                .matches("L+");
        assertThat(Played.clean(1, Conduction.RIGHT_BUNDLE_BRANCH_BLOCK, scenario)
                        .codes())
                .matches("R+");
    }

    @Test
    void a_missing_lead_is_missing_for_its_time_only() {
        Scenario scenario = Scenario.builder()
                .sinus(60, TEN_SECONDS)
                .leadMissing(1, Duration.ofSeconds(4))
                .sinus(60, TEN_SECONDS)
                .build();
        SimulatedRecording recording = new PatientSimulator(1).patient(1, scenario, new SamplingRate(250));
        int[] raw = Played.read(recording);

        for (int i = 0; i < raw.length / 2; i++) {
            boolean off = i >= 2500 && i < 3500;
            assertThat(raw[2 * i + 1] == Recording.MISSING).as("V1 at %d", i).isEqualTo(off);
            assertThat(raw[2 * i]).isNotEqualTo(Recording.MISSING);
        }
        assertThat(qualities(recording)).containsExactly("2500:32", "3500:0");
    }

    @Test
    void beats_that_no_lead_shows_are_not_annotated() {
        Scenario scenario = Scenario.builder()
                .sinus(60, TEN_SECONDS)
                .leadMissing(0, Duration.ofSeconds(4))
                .leadFlat(1, Duration.ofSeconds(4))
                .sinus(60, TEN_SECONDS)
                .build();
        SimulatedRecording recording = new PatientSimulator(1).patient(1, scenario, new SamplingRate(250));

        assertThat(recording.annotations())
                .filteredOn(one -> one.code().isBeat())
                .noneMatch(one -> one.sampleIndex() >= 2500 && one.sampleIndex() < 3500)
                .hasSizeBetween(15, 17);
        assertThat(qualities(recording)).containsExactly("2500:-1", "3500:0");
    }

    private static List<String> qualities(SimulatedRecording recording) {
        return recording.annotations().stream()
                .filter(one -> one.code() == AnnotationCode.SIGNAL_QUALITY_CHANGE)
                .map(one -> one.sampleIndex() + ":" + one.subtype())
                .toList();
    }

    @Test
    void noise_has_the_level_asked_for() {
        Duration minute = Duration.ofSeconds(60);
        Scenario.Builder quiet = Scenario.builder().sinus(60, Duration.ofSeconds(1));

        assertThat(noise(quiet.muscleNoise(0.1, minute))).isCloseTo(0.1, Offset.offset(0.01));
        assertThat(noise(Scenario.builder().sinus(60, Duration.ofSeconds(1)).mains(0.2, minute)))
                .isCloseTo(0.2 / Math.sqrt(2), Offset.offset(0.01));
        assertThat(noise(Scenario.builder().sinus(60, Duration.ofSeconds(1)).electrodeMotion(1, minute)))
                .isBetween(0.5, 2.0);
        assertThat(noise(Scenario.builder().sinus(60, Duration.ofSeconds(1)).baselineWander(1, minute)))
                .isBetween(0.2, 0.7);
    }

    /** Root mean square of MLII while the heart stands still. */
    private static double noise(Scenario.Builder scenario) {
        Played played = Played.clean(
                9, Conduction.NORMAL, scenario.asystole(Duration.ofSeconds(60)).build());
        double sum = 0;
        for (int i = 5_000; i < 55_000; i++) {
            sum += played.at(0, i) * played.at(0, i);
        }
        return Math.sqrt(sum / 50_000);
    }

    @Test
    void what_makes_no_sense_is_refused_with_the_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenario.builder().couplet())
                .withMessageContaining("starts with a base rhythm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenario.builder().build())
                .withMessageContaining("needs a base rhythm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenario.builder().sinus(Double.NaN, TEN_SECONDS))
                .withMessageContaining("10 to 300 per minute");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenario.builder().sinus(60, Duration.ZERO))
                .withMessageContaining("must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenario.builder().sinus(60, TEN_SECONDS).run(2))
                .withMessageContaining("at least 3 beats");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Scenario.builder().atrialFibrillation(90, TEN_SECONDS).prematureAtrial())
                .withMessageContaining("needs sinus rhythm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenario.builder().sinus(60, TEN_SECONDS).leadMissing(2, TEN_SECONDS))
                .withMessageContaining("lead must be 0 (MLII) or 1 (V1)");
    }
}
