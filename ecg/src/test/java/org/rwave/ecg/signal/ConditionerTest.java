package org.rwave.ecg.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

class ConditionerTest {
    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(doubles = {100, 125, 128, 200, 250, 257.5, 360, 500, 720, 1000, 2000})
    void the_peak_of_a_qrs_complex_maps_back_to_the_raw_peak(double hertz) {
        DoubleUnaryOperator complex = seconds -> Math.exp(-Math.pow((seconds - 3.2) / 0.02, 2));
        Conditioner conditioner = new Conditioner(new SamplingRate(hertz), 1);

        List<Double> conditioned = condition(conditioner, hertz, 5, complex);

        int peak = 0;
        for (int k = 1; k < conditioned.size(); k++) {
            peak = conditioned.get(k) > conditioned.get(peak) ? k : peak;
        }
        assertThat(conditioner.toSourceOffset(peak) / hertz).isCloseTo(3.2, within(0.005));
        assertThat(conditioner.toConditioned(conditioner.toSourceOffset(peak))).isCloseTo(peak, within(1e-9));
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(doubles = {250, 500, 1000, 2000})
    void the_same_signal_at_another_rate_conditions_to_the_same(double hertz) {
        DoubleUnaryOperator wave = t -> Math.sin(2 * Math.PI * 3 * t) + 0.5 * Math.sin(2 * Math.PI * 15 * t + 1);

        List<Double> expected = condition(new Conditioner(new SamplingRate(360), 1), 360, 10, wave);
        List<Double> actual = condition(new Conditioner(new SamplingRate(hertz), 1), hertz, 10, wave);

        assertThat(actual.size()).isCloseTo(expected.size(), within(3));
        for (int k = 180; k < actual.size() && k < expected.size(); k++) {
            assertThat(actual.get(k)).isCloseTo(expected.get(k), within(0.03));
        }
    }

    @Test
    void a_constant_offset_leaves_no_transient_and_slow_drift_is_removed() {
        List<Double> offset = condition(new Conditioner(new SamplingRate(360), 1), 360, 2, t -> 3.7);
        List<Double> drift =
                condition(new Conditioner(new SamplingRate(360), 1), 360, 60, t -> Math.sin(2 * Math.PI * 0.05 * t));

        assertThat(offset).allSatisfy(value -> assertThat(value).isCloseTo(0, within(1e-12)));
        assertThat(drift.subList(1800, drift.size()))
                .allSatisfy(value -> assertThat(value).isCloseTo(0, within(0.02)));
    }

    @Test
    void mains_interference_is_attenuated_fivefold_and_a_qrs_frequency_passes() {
        List<Double> mains =
                condition(new Conditioner(new SamplingRate(500), 1), 500, 5, t -> Math.sin(2 * Math.PI * 60 * t));
        List<Double> qrs =
                condition(new Conditioner(new SamplingRate(500), 1), 500, 5, t -> Math.sin(2 * Math.PI * 12 * t));

        assertThat(peak(mains.subList(360, mains.size()))).isLessThan(0.21);
        assertThat(peak(qrs.subList(360, qrs.size()))).isBetween(0.97, 1.03);
    }

    @Test
    void a_lost_sample_is_bridged_and_a_long_dropout_switches_the_lead_off() {
        DoubleUnaryOperator wave = t -> 1 + Math.sin(2 * Math.PI * 2 * t);
        List<Double> whole = condition(new Conditioner(new SamplingRate(360), 1), 360, 6, wave);
        List<Double> holed = condition(new Conditioner(new SamplingRate(360), 1), 360, 6, t -> {
            boolean isLost = Math.abs(t - 1) < 0.002 || (t > 3 && t < 4);
            return isLost ? Double.NaN : wave.applyAsDouble(t);
        });

        for (int k = 0; k < 539; k++) {
            assertThat(holed.get(k)).isCloseTo(whole.get(k), within(0.08));
        }
        assertThat(holed.subList(551, 720)).containsOnly(0.0);
        assertThat(holed.get(720)).isCloseTo(0, within(0.02));
        assertThat(holed).allSatisfy(value -> assertThat(Math.abs(value)).isLessThan(2.2));
    }

    @Test
    void a_lead_without_any_sample_stays_at_zero() {
        List<Double> conditioned = condition(new Conditioner(new SamplingRate(250), 1), 250, 2, t -> Double.NaN);

        assertThat(conditioned).isNotEmpty().containsOnly(0.0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void frames_taken_in_runs_give_what_they_give_one_by_one(long seed) {
        Random random = new Random(seed);
        double hertz = seed == 1 ? 360 : 100 + random.nextInt(900);
        Conditioner single = new Conditioner(new SamplingRate(hertz), 1);
        Conditioner inRuns = new Conditioner(new SamplingRate(hertz), 1);
        int gapLeft = 0;
        for (int run = 0; run < 500; run++) {
            int count = 1 + random.nextInt(Conditioner.LONGEST_RUN);
            double[] frames = new double[count];
            for (int i = 0; i < count; i++) {
                gapLeft = random.nextInt(300) == 0 ? random.nextInt(100) : gapLeft - 1;
                frames[i] = gapLeft > 0 ? Double.NaN : random.nextGaussian();
            }

            int ready = inRuns.accept(new double[][] {frames.clone()}, count);

            int expected = 0;
            for (int i = 0; i < count; i++) {
                int now = single.accept(new double[] {frames[i]});
                for (int k = 0; k < now; k++) {
                    assertThat(inRuns.conditioned(expected, 0)).isEqualTo(single.conditioned(k, 0));
                    assertThat(inRuns.frameOf(expected)).isEqualTo(i);
                    expected++;
                }
            }
            assertThat(ready).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void resuming_equals_never_stopping(long seed) {
        Random random = new Random(seed);
        double hertz = 100 + random.nextInt(900);
        Conditioner whole = new Conditioner(new SamplingRate(hertz), 2);
        Conditioner resumed = new Conditioner(new SamplingRate(hertz), 2);
        for (int i = 0; i < 3_000; i++) {
            double[] frame = {random.nextInt(20) == 0 ? Double.NaN : random.nextGaussian(), random.nextGaussian()};
            if (random.nextInt(200) == 0) {
                SnapshotWriter snapshot = new SnapshotWriter();
                resumed.save(snapshot);
                resumed = new Conditioner(new SamplingRate(hertz), 2);
                resumed.load(new SnapshotReader(snapshot.toByteArray()));
            }

            int ready = whole.accept(frame);

            assertThat(resumed.accept(frame)).isEqualTo(ready);
            for (int k = 0; k < ready; k++) {
                assertThat(resumed.conditioned(k, 0)).isEqualTo(whole.conditioned(k, 0));
                assertThat(resumed.conditioned(k, 1)).isEqualTo(whole.conditioned(k, 1));
            }
        }
    }

    @Test
    void after_a_reset_it_starts_as_new() {
        Conditioner used = new Conditioner(new SamplingRate(250), 1);
        condition(used, 250, 3, t -> Math.cos(7 * t));
        used.reset();

        assertThat(condition(used, 250, 3, Math::sin))
                .isEqualTo(condition(new Conditioner(new SamplingRate(250), 1), 250, 3, Math::sin));
    }

    @Test
    void a_rate_out_of_range_is_refused_with_the_rate() {
        assertThatThrownBy(() -> new Conditioner(new SamplingRate(50), 2)).hasMessageContaining("was 50.0");
        assertThatThrownBy(() -> new Conditioner(new SamplingRate(5000), 2)).hasMessageContaining("was 5000.0");
        assertThatThrownBy(() -> new Conditioner(new SamplingRate(360), 0)).hasMessageContaining("was 0");
    }

    private static double peak(List<Double> values) {
        return values.stream().mapToDouble(Math::abs).max().orElseThrow();
    }

    private static List<Double> condition(
            Conditioner conditioner, double hertz, double seconds, DoubleUnaryOperator millivoltsAtSeconds) {
        List<Double> conditioned = new ArrayList<>();
        double[] frame = new double[1];
        for (int i = 0; i < seconds * hertz; i++) {
            frame[0] = millivoltsAtSeconds.applyAsDouble(i / hertz);
            int ready = conditioner.accept(frame);
            for (int k = 0; k < ready; k++) {
                conditioned.add(conditioner.conditioned(k, 0));
            }
        }
        return conditioned;
    }
}
