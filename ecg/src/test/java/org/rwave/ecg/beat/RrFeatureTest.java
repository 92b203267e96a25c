package org.rwave.ecg.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

class RrFeatureTest {
    private static final double EXACT = 1e-6;

    @Test
    void a_beat_of_a_long_run_of_early_beats_is_still_early_against_the_long_memory() {
        LongRrFeatures memory = new LongRrFeatures();
        learn(memory, 100, 1.0);
        learn(memory, 90, 0.6);

        float[] features = new float[LongRrFeatures.COUNT];
        memory.write(features, 0, 0.6);

        assertThat(features[0]).as("against the 90th percentile").isEqualTo((float) Math.log(0.6));
        assertThat(features[4]).as("share of early beats").isCloseTo(90f / 190, within(0.001f));
        assertThat(features[6]).as("against the mean of 400").isLessThan(-0.2f);
    }

    @Test
    void the_long_memory_ignores_gaps_and_unknown_intervals() {
        LongRrFeatures memory = new LongRrFeatures();
        learn(memory, 10, 0.8);
        float[] before = new float[LongRrFeatures.COUNT];
        memory.write(before, 0, 0.7);

        memory.learn(Double.NaN);
        memory.learn(7);
        float[] after = new float[LongRrFeatures.COUNT];
        memory.write(after, 0, 0.7);

        assertThat(after).containsExactly(before);
        memory.write(after, 0, Double.NaN);
        assertThat(after).containsOnly(0f);
    }

    @Test
    void ventricular_bigeminy_over_a_steady_sinus_rhythm_is_regular_in_its_conducted_beats() {
        ConductedRrFeatures conducted = new ConductedRrFeatures();
        for (int i = 0; i < 20; i++) {
            conducted.learn(0.8, true);
        }
        for (int i = 0; i < 10; i++) {
            conducted.learn(0.5, false);
            conducted.learn(1.1, true);
        }

        float[] features = new float[ConductedRrFeatures.COUNT];
        conducted.write(features, 0, 0.5, 1.1, 0.6);

        assertThat(features[0])
                .as("against the conducted median")
                .isCloseTo((float) Math.log(0.5 / 0.8), within(1e-5f));
        assertThat(features[3]).as("usual step").isZero();
        assertThat(features[4]).as("share of other beats").isEqualTo(0.25f);
    }

    @Test
    void an_interval_is_ranked_among_the_last_sixty() {
        RunningMedian history = new RunningMedian(60);
        for (int i = 1; i <= 60; i++) {
            history.add(0.4 + 0.01 * i);
        }

        float[] features = new float[RrSpreadFeatures.COUNT];
        new RrSpreadFeatures().write(features, 0, history, 0.555, 0.8);

        assertThat(features[2]).as("of sixty").isEqualTo(0.25f);
        assertThat(features[3]).as("of thirty").isZero();
        assertThat(features[4]).as("usual step over the mean").isCloseTo((float) (0.01 / 0.855), within(1e-5f));
    }

    @Test
    void alternation_is_told_from_clockwork_and_from_disorder() {
        RunningMedian clockwork = new RunningMedian(60);
        RunningMedian alternation = new RunningMedian(60);
        for (int i = 0; i < 60; i++) {
            clockwork.add(0.75);
            alternation.add(i % 2 == 0 ? 0.5 : 1.0);
        }

        float[] steady = new float[RrSpreadFeatures.COUNT];
        new RrSpreadFeatures().write(steady, 0, clockwork, 0.75, 0.75);
        float[] bigeminy = new float[RrSpreadFeatures.COUNT];
        new RrSpreadFeatures().write(bigeminy, 0, alternation, 0.5, 1.0);

        assertThat(steady[5]).as("entropy").isZero();
        assertThat((double) bigeminy[5]).as("entropy").isCloseTo(Math.log(2), within(EXACT));
        assertThat(bigeminy[6]).as("correlation of neighbours").isLessThan(-0.9f);
    }

    @Test
    void intervals_survive_a_snapshot_to_the_last_bit() {
        RunningMedian before = new RunningMedian(40);
        for (int samples = 40; samples < 40_000; samples += 777) {
            before.add(samples / 180.0);
        }
        SnapshotWriter snapshot = new SnapshotWriter();
        before.saveIntervals(snapshot);
        RunningMedian after = new RunningMedian(40);
        after.loadIntervals(new SnapshotReader(snapshot.toByteArray()));

        for (int back = 0; back < 40; back++) {
            assertThat(after.recent(back)).isEqualTo(before.recent(back));
        }
        assertThat(after.quantile(0.3, 0)).isEqualTo(before.quantile(0.3, 0));
    }

    private static void learn(LongRrFeatures memory, int beats, double seconds) {
        for (int i = 0; i < beats; i++) {
            memory.learn(seconds);
        }
    }
}
