package org.rwave.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;

class NoiseStressTest {
    private static final int HERTZ = 100;
    private static final int MINUTE = 60 * HERTZ;
    private static final double QRS_AMPLITUDE = 400;

    @Test
    void noise_has_the_power_that_the_ratio_says() {
        int[] noisy = stressed(6);

        double power = 0;
        for (int i = 5 * MINUTE; i < 7 * MINUTE; i++) {
            double added = noisy[i] - clean(i) - (noisy[5 * MINUTE] - clean(5 * MINUTE));
            power += added * added / (2.0 * MINUTE);
        }

        double signalPower = QRS_AMPLITUDE * QRS_AMPLITUDE / 8;
        assertThat(10 * Math.log10(signalPower / power)).isCloseTo(6, within(0.1));
    }

    @Test
    void five_clean_minutes_come_first_then_two_noisy_and_two_clean_in_turn() {
        int[] noisy = stressed(0);

        for (int minute = 0; minute < 11; minute++) {
            boolean varies = false;
            int offset = noisy[minute * MINUTE] - clean(minute * MINUTE);
            for (int i = minute * MINUTE; i < (minute + 1) * MINUTE; i++) {
                varies |= noisy[i] - clean(i) != offset;
            }
            assertThat(varies)
                    .as("minute %d", minute)
                    .isEqualTo(List.of(5, 6, 9, 10).contains(minute));
        }
    }

    @Test
    void its_noisy_stretches_are_those_that_it_names() {
        List<NoiseStress.Stretch> stretches = NoiseStress.stretches(Duration.ofMinutes(11));

        assertThat(stretches)
                .containsExactly(
                        new NoiseStress.Stretch(Duration.ofMinutes(5), Duration.ofMinutes(7)),
                        new NoiseStress.Stretch(Duration.ofMinutes(9), Duration.ofMinutes(11)));
        assertThat(stretches.get(0).holds(300)).isTrue();
        assertThat(stretches.get(0).holds(420)).isFalse();
        assertThat(NoiseStress.stretches(Duration.ofMinutes(10)).get(1).to()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void the_signal_makes_no_step_where_noise_begins_or_ends() {
        int[] noisy = stressed(0);
        double steepestNoise = 25.2; // amplitude 200, two cycles a second

        for (int change : new int[] {5 * MINUTE, 7 * MINUTE, 9 * MINUTE}) {
            int before = noisy[change - 1] - clean(change - 1);
            int after = noisy[change] - clean(change);
            assertThat(Math.abs(after - before)).as("at sample %d", change).isLessThan((int) steepestNoise + 2);
        }
    }

    private static int[] stressed(double decibels) {
        int length = 11 * MINUTE;
        int[] clean = new int[length];
        int[] noise = new int[length];
        List<Annotation> annotations = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            clean[i] = clean(i);
            noise[i] = noise(i);
            if (i % HERTZ == HERTZ / 2) {
                annotations.add(Annotation.of(i, AnnotationCode.NORMAL));
            }
        }
        LoadedRecording result =
                NoiseStress.add(recording("clean", clean), annotations, recording("noise", noise), decibels);
        int[] samples = new int[length];
        for (int i = 0; i < length; i++) {
            samples[i] = result.raw(0, i);
        }
        return samples;
    }

    /** One sample high a second: peak to peak {@link #QRS_AMPLITUDE}. */
    private static int clean(int i) {
        return i % HERTZ == HERTZ / 2 ? (int) QRS_AMPLITUDE : 0;
    }

    /** A sine of two cycles a second. */
    private static int noise(int i) {
        return (int) Math.round(1000 * Math.sin(4 * Math.PI * i / HERTZ));
    }

    private static LoadedRecording recording(String name, int[] samples) {
        return new LoadedRecording(
                name, new SamplingRate(HERTZ), List.of(new Lead("II", "", 5, 0)), new int[][] {samples});
    }
}
