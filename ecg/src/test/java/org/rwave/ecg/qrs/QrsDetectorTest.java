package org.rwave.ecg.qrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

class QrsDetectorTest {
    private static final boolean[] BOTH = {true, true};
    private static final Offset<Double> ONE_SAMPLE = within(1.0);

    @ParameterizedTest(name = "RR {0} s")
    @ValueSource(doubles = {0.33, 0.5, 0.8, 1.2, 1.9, 2.4})
    void every_beat_is_found_from_the_first_on_at_any_rate(double rr) {
        SyntheticEcg ecg = new SyntheticEcg(60, 1)
                .beats(0, 60, rr, 1)
                .noise(0, 0, 60, 0.01)
                .noise(1, 0, 60, 0.01);

        assertFound(positions(detect(ecg.samples, BOTH)), ecg.rPeaks);
    }

    @ParameterizedTest(name = "R waves of {0} mV")
    @ValueSource(doubles = {0.2, 0.5, 2, 4, -1})
    void gain_and_polarity_do_not_matter(double millivolts) {
        SyntheticEcg ecg = new SyntheticEcg(30, 2).beats(0, 30, 0.8, millivolts).noise(0, 0, 30, 0.005);

        assertFound(positions(detect(ecg.samples, BOTH)), ecg.rPeaks);
    }

    @Test
    void a_beat_is_reported_at_most_six_tenths_of_a_second_after_its_r_peak() {
        SyntheticEcg ecg = new SyntheticEcg(30, 3).beats(0, 30, 0.8, 1);
        QrsDetector detector = new QrsDetector(2);
        int reported = 0;
        for (int i = 0; i < ecg.samples.length; i++) {
            int now = i;
            var peak = detector.accept(ecg.samples[i], BOTH);
            if (i > 3 * SyntheticEcg.HERTZ && peak.isPresent()) {
                assertThat(now - peak.orElseThrow().position()).isLessThan(0.6 * SyntheticEcg.HERTZ);
                reported++;
            }
        }
        assertThat(reported).isGreaterThan(25);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void resuming_equals_never_stopping(long seed) {
        SyntheticEcg ecg = new SyntheticEcg(60, seed)
                .beats(0, 30, 0.7, 1)
                .beats(35, 60, 0.9, 0.4)
                .noise(0, 0, 60, 0.05)
                .noise(1, 10, 20, 0.5);
        Random random = new Random(seed);
        QrsDetector detector = new QrsDetector(2);
        List<RPeak> resumed = new ArrayList<>();
        for (int i = 0; i < ecg.samples.length; i++) {
            if (i == 200 || random.nextInt(100) == 0) {
                SnapshotWriter snapshot = new SnapshotWriter();
                detector.save(snapshot);
                detector = new QrsDetector(2);
                detector.load(new SnapshotReader(snapshot.toByteArray()));
            }
            boolean[] usable = {i % 3000 > 400, true};
            detector.accept(ecg.samples[i], usable).ifPresent(resumed::add);
        }
        resumed.addAll(detector.finish());

        QrsDetector whole = new QrsDetector(2);
        List<RPeak> expected = new ArrayList<>();
        for (int i = 0; i < ecg.samples.length; i++) {
            whole.accept(ecg.samples[i], new boolean[] {i % 3000 > 400, true}).ifPresent(expected::add);
        }
        expected.addAll(whole.finish());

        assertThat(expected).hasSizeGreaterThan(50);
        assertThat(resumed).isEqualTo(expected);
    }

    @Test
    void after_a_reset_it_starts_as_new() {
        SyntheticEcg ecg = new SyntheticEcg(20, 5).beats(0, 20, 0.8, 1).noise(0, 0, 20, 0.02);
        QrsDetector used = new QrsDetector(2);
        run(used, new SyntheticEcg(20, 6).beats(0, 20, 0.6, 3).samples, BOTH);
        used.reset();

        assertThat(run(used, ecg.samples, BOTH)).isEqualTo(detect(ecg.samples, BOTH));
    }

    @Test
    void shifting_the_signal_shifts_the_peaks() {
        double[][] samples = new SyntheticEcg(40, 7).beats(0, 40, 0.8, 1).noise(0, 0, 40, 0.02).samples;
        double[][] later = new double[samples.length - 61][];
        System.arraycopy(samples, 61, later, 0, later.length);

        List<Double> peaks = positions(detect(samples, BOTH));
        List<Double> shifted = positions(detect(later, BOTH));

        assertThat(shifted.subList(1, shifted.size()).stream().map(p -> p + 61).toList())
                .isEqualTo(peaks.subList(peaks.size() - shifted.size() + 1, peaks.size()));
    }

    @Test
    void a_flat_signal_and_amplifier_noise_have_no_beats() {
        assertThat(detect(new double[3600][2], BOTH)).isEmpty();
        assertThat(detect(new SyntheticEcg(60, 8).noise(0, 0, 60, 0.01).noise(1, 0, 60, 0.01).samples, BOTH))
                .isEmpty();
    }

    @Test
    void without_a_usable_lead_nothing_is_found_and_one_usable_lead_is_enough() {
        SyntheticEcg ecg = new SyntheticEcg(30, 9).beats(0, 30, 0.8, 1).noise(1, 0, 30, 1);

        assertThat(detect(ecg.samples, new boolean[] {false, false})).isEmpty();
        assertFound(positions(detect(ecg.samples, new boolean[] {true, false})), ecg.rPeaks);
    }

    @Test
    void noise_in_one_lead_is_outvoted_by_the_other() {
        SyntheticEcg ecg = new SyntheticEcg(60, 10)
                .beats(0, 60, 0.8, 1)
                .noise(0, 0, 60, 0.01)
                .noise(1, 20, 40, 0.6);

        assertFound(positions(detect(ecg.samples, BOTH)), ecg.rPeaks);
    }

    @Test
    void one_lead_alone_is_enough() {
        SyntheticEcg ecg = new SyntheticEcg(30, 11).beats(0, 30, 0.8, 1).noise(0, 0, 30, 0.02);

        assertFound(positions(run(new QrsDetector(1), ecg.samples, BOTH)), ecg.rPeaks);
    }

    @Test
    void standstill_has_no_beats_and_the_next_beats_are_found() {
        SyntheticEcg ecg = new SyntheticEcg(60, 12)
                .beats(0, 20, 0.8, 1)
                .beats(32, 60, 0.8, 1)
                .noise(0, 0, 60, 0.01)
                .noise(1, 0, 60, 0.01);

        assertFound(positions(detect(ecg.samples, BOTH)), ecg.rPeaks);
    }

    @Test
    void complexes_that_suddenly_become_small_or_large_are_found_again_after_two_seconds() {
        SyntheticEcg ecg = new SyntheticEcg(90, 13)
                .beats(0, 30, 0.8, 1)
                .beats(30, 60, 0.8, 0.25)
                .beats(60, 90, 0.8, 2)
                .noise(0, 0, 90, 0.005);

        List<Double> found = positions(detect(ecg.samples, BOTH));

        for (double peak : ecg.rPeaks) {
            boolean isAdapting = peak > 30 * SyntheticEcg.HERTZ && peak < 33.2 * SyntheticEcg.HERTZ;
            assertThat(isAdapting || found.stream().anyMatch(f -> Math.abs(f - peak) < 2))
                    .as("beat at %s", peak)
                    .isTrue();
        }
        assertThat(found.size()).isLessThanOrEqualTo(ecg.rPeaks.size());
    }

    @Test
    void after_a_violent_artefact_beats_are_found_again_within_two_seconds() {
        SyntheticEcg ecg = new SyntheticEcg(60, 14)
                .beats(0, 60, 0.8, 1)
                .noise(0, 0, 60, 0.01)
                .noise(0, 20, 25, 10)
                .noise(1, 20, 25, 10);

        List<Double> found = positions(detect(ecg.samples, BOTH));

        for (double peak : ecg.rPeaks) {
            boolean isDisturbed = peak > 19.5 * SyntheticEcg.HERTZ && peak < 27.5 * SyntheticEcg.HERTZ;
            assertThat(isDisturbed || found.stream().anyMatch(f -> Math.abs(f - peak) < 2))
                    .as("beat at %s", peak)
                    .isTrue();
        }
    }

    @Test
    void peaks_come_in_order_and_never_within_the_refractory_period_whatever_the_signal() {
        for (long seed = 1; seed <= 5; seed++) {
            SyntheticEcg ecg = new SyntheticEcg(120, seed)
                    .beats(0, 120, 0.4, 1)
                    .noise(0, 0, 120, 0.5)
                    .noise(1, 30, 90, 2);

            List<Double> found = positions(detect(ecg.samples, BOTH));

            assertThat(found).hasSizeGreaterThan(100);
            for (int i = 1; i < found.size(); i++) {
                assertThat(found.get(i) - found.get(i - 1)).isGreaterThanOrEqualTo(36);
            }
        }
    }

    @Test
    void learning_ends_after_two_and_a_quarter_seconds() {
        QrsDetector detector = new QrsDetector(2);
        double[][] samples = new SyntheticEcg(4, 15).beats(0, 4, 0.8, 1).samples;
        int learning = 0;
        for (double[] sample : samples) {
            detector.accept(sample, BOTH);
            learning += detector.isLearning() ? 1 : 0;
        }

        assertThat(learning).isEqualTo(405);
    }

    @Test
    void no_lead_is_refused() {
        assertThatThrownBy(() -> new QrsDetector(0)).hasMessageContaining("was 0");
    }

    private static void assertFound(List<Double> found, List<Double> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).isCloseTo(expected.get(i), ONE_SAMPLE);
        }
    }

    private static List<Double> positions(List<RPeak> peaks) {
        return peaks.stream().map(RPeak::position).toList();
    }

    private static List<RPeak> detect(double[][] samples, boolean[] usable) {
        return run(new QrsDetector(2), samples, usable);
    }

    private static List<RPeak> run(QrsDetector detector, double[][] samples, boolean[] usable) {
        List<RPeak> peaks = new ArrayList<>();
        for (double[] sample : samples) {
            detector.accept(sample, usable).ifPresent(peaks::add);
        }
        peaks.addAll(detector.finish());
        return peaks;
    }
}
