package org.rwave.ecg.fibrillation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

class FibrillationDetectorTest {
    private static final int HERTZ = 180;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void fibrillation_is_claimed_about_four_seconds_into_it(long seed) {
        DoubleUnaryOperator fibrillation = fibrillation(seed);
        Looks looks = watch(30, t -> t < 15 ? sinus(t, 1.0, 0.3) : fibrillation.applyAsDouble(t));

        assertThat(looks.firstFibrillation()).isBetween(17.9, 19.6);
        assertThat(looks.lastFibrillation()).isGreaterThan(29.5);
    }

    @Test
    void flutter_is_claimed() {
        assertThat(watch(10, t -> 0.8 * Math.sin(2 * Math.PI * 4 * t)).firstFibrillation())
                .isBetween(4.0, 6.5);
    }

    @Test
    void it_ends_when_the_heart_beats_again() {
        DoubleUnaryOperator fibrillation = fibrillation(1);
        Looks looks = watch(40, t -> t < 15 ? fibrillation.applyAsDouble(t) : sinus(t, 1.0, 0.3));

        assertThat(looks.lastFibrillation()).isBetween(15.0, 21.0);
    }

    @ParameterizedTest(name = "T wave {0} mV")
    @ValueSource(doubles = {0.2, 0.6, 1.2})
    void sinus_rhythm_is_not_fibrillation_however_tall_its_t_waves(double tMillivolts) {
        assertThat(watch(60, t -> sinus(t, 1.0, tMillivolts)).everPossible()).isFalse();
    }

    @Test
    void a_fast_narrow_tachycardia_is_not_fibrillation() {
        assertThat(watch(60, t -> sinus(t * 3, 1.0, 0.2)).firstFibrillation()).isNaN();
    }

    @Test
    void wide_complexes_at_a_hundred_and_twenty_a_minute_are_not_flutter() {
        assertThat(watch(60, t -> Math.sin(2 * Math.PI * 2 * t)).everPossible()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noise_flat_lines_and_wander_are_not_fibrillation(long seed) {
        Random random = new Random(seed);

        assertThat(watch(60, t -> 0.3 * random.nextGaussian()).everPossible()).isFalse();
        assertThat(watch(60, t -> 0.5).everPossible()).isFalse();
        assertThat(watch(60, t -> Math.sin(2 * Math.PI * 0.4 * t) + 0.02 * random.nextGaussian())
                        .everPossible())
                .isFalse();
    }

    @Test
    void a_wave_lower_than_fine_fibrillation_is_none() {
        DoubleUnaryOperator fibrillation = fibrillation(1);
        assertThat(watch(20, t -> 0.04 * fibrillation.applyAsDouble(t)).everPossible())
                .isFalse();
    }

    @Test
    void a_lead_in_which_the_heart_beats_contradicts_the_other() {
        DoubleUnaryOperator fibrillation = fibrillation(1);
        assertThat(watch(20, fibrillation, t -> sinus(t, 1.0, 0.3), true).firstFibrillation())
                .isNaN();
    }

    @Test
    void a_lead_that_is_off_says_nothing() {
        DoubleUnaryOperator fibrillation = fibrillation(1);
        assertThat(watch(20, fibrillation, t -> sinus(t, 1.0, 0.3), false).firstFibrillation())
                .isBetween(4.0, 6.5);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void resuming_equals_never_stopping(long seed) {
        DoubleUnaryOperator wave = fibrillation(seed);
        Random random = new Random(seed);
        FibrillationDetector unbroken = new FibrillationDetector(1);
        FibrillationDetector resumed = new FibrillationDetector(1);
        List<Oscillation> expected = new ArrayList<>();
        List<Oscillation> seen = new ArrayList<>();
        for (int i = 0; i < 20 * HERTZ; i++) {
            double t = i / (double) HERTZ;
            double[][] sample = {{t < 6 || t > 13 ? sinus(t, 1, 0.3) : wave.applyAsDouble(t)}};
            if (random.nextInt(50) == 0) {
                SnapshotWriter out = new SnapshotWriter();
                resumed.save(out);
                assertThat(out.toByteArray()).hasSizeLessThan(500);
                resumed = new FibrillationDetector(1);
                resumed.load(new SnapshotReader(out.toByteArray()));
            }
            unbroken.accept(sample, 0, 1, new boolean[] {true});
            resumed.accept(sample, 0, 1, new boolean[] {true});
            expected.add(unbroken.state());
            seen.add(resumed.state());
        }

        assertThat(seen).isEqualTo(expected);
        assertThat(expected).anyMatch(Oscillation::isFibrillation);
    }

    /** When fibrillation was claimed first and last, seconds, NaN for never; whether it was ever possible. */
    private record Looks(double firstFibrillation, double lastFibrillation, boolean everPossible) {}

    private static Looks watch(int seconds, DoubleUnaryOperator lead) {
        return watch(seconds, lead, lead, true);
    }

    private static Looks watch(int seconds, DoubleUnaryOperator one, DoubleUnaryOperator other, boolean otherUsable) {
        FibrillationDetector detector = new FibrillationDetector(2);
        double first = Double.NaN;
        double last = Double.NaN;
        boolean everPossible = false;
        for (int i = 0; i < seconds * HERTZ; i++) {
            double t = i / (double) HERTZ;
            double[][] sample = {{one.applyAsDouble(t)}, {other.applyAsDouble(t)}};
            if (detector.accept(sample, 0, 1, new boolean[] {true, otherUsable})) {
                everPossible |= detector.state().isPossible();
                if (detector.state().isFibrillation()) {
                    first = Double.isNaN(first) ? t : first;
                    last = t;
                }
            }
        }
        return new Looks(first, last, everPossible);
    }

    /** 75 beats a minute: a QRS complex of 80 ms and a T wave. */
    private static double sinus(double t, double rMillivolts, double tMillivolts) {
        double phase = t % 0.8;
        return rMillivolts * bell(phase - 0.2, 0.018) + tMillivolts * bell(phase - 0.5, 0.05);
    }

    private static double bell(double distance, double width) {
        return Math.exp(-0.5 * distance * distance / (width * width));
    }

    /** A wave whose frequency and height wander about 4.5 Hz and 0.5 mV. */
    private static DoubleUnaryOperator fibrillation(long seed) {
        Random random = new Random(seed);
        double a = random.nextDouble();
        double b = random.nextDouble();
        return t -> (0.5 + 0.15 * Math.sin(2 * Math.PI * (0.31 * t + a)))
                * Math.sin(2 * Math.PI * (4.5 * t + 0.25 * Math.sin(2 * Math.PI * (0.7 * t + b))));
    }
}
