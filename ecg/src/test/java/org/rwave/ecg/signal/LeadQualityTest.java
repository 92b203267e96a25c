package org.rwave.ecg.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

class LeadQualityTest {
    private static double ecg(double seconds) {
        double phase = seconds % 0.8;
        return 1.2 * Math.exp(-Math.pow((phase - 0.3) / 0.012, 2))
                + 0.2 * Math.exp(-Math.pow((phase - 0.55) / 0.05, 2));
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(doubles = {125, 250, 360, 1000})
    void a_clean_ecg_is_good_throughout(double hertz) {
        LeadQuality quality = new LeadQuality(new SamplingRate(hertz));
        for (int i = 0; i < 20 * hertz; i++) {
            quality.accept(ecg(i / hertz));
            assertThat(quality.status()).isEqualTo(LeadStatus.GOOD);
        }
    }

    @Test
    void it_is_off_half_a_second_after_the_last_sample_and_back_with_the_first_block() {
        LeadQuality quality = new LeadQuality(new SamplingRate(360));
        play(quality, 0, 5, LeadQualityTest::ecg);

        play(quality, 5, 5.4, t -> Double.NaN);
        assertThat(quality.status()).isEqualTo(LeadStatus.GOOD);
        play(quality, 5.4, 5.8, t -> Double.NaN);
        assertThat(quality.status()).isEqualTo(LeadStatus.OFF);
        play(quality, 5.8, 6.05, LeadQualityTest::ecg);
        assertThat(quality.status()).isEqualTo(LeadStatus.GOOD);
    }

    @Test
    void it_is_flat_after_two_seconds_without_change() {
        LeadQuality quality = new LeadQuality(new SamplingRate(360));
        play(quality, 0, 5, LeadQualityTest::ecg);

        play(quality, 5, 6.8, t -> 0.1);
        assertThat(quality.status()).isEqualTo(LeadStatus.GOOD);
        play(quality, 6.8, 7.5, t -> 0.1);
        assertThat(quality.status()).isEqualTo(LeadStatus.FLAT);
        play(quality, 7.5, 8.5, LeadQualityTest::ecg);
        assertThat(quality.status()).isEqualTo(LeadStatus.GOOD);
    }

    @Test
    void a_real_asystole_with_electrode_noise_is_not_flat() {
        LeadQuality quality = new LeadQuality(new SamplingRate(360));
        Random random = new Random(3);

        play(quality, 0, 10, t -> 0.01 * random.nextGaussian());

        assertThat(quality.status()).isEqualTo(LeadStatus.GOOD);
    }

    @Test
    void muscle_noise_an_overdriven_amplifier_and_impossible_jumps_are_noisy_and_pass() {
        Random random = new Random(4);

        assertNoisyThenGood(t -> ecg(t) + 0.4 * random.nextGaussian());
        assertNoisyThenGood(t -> t % 1 < 0.2 ? 5.115 : ecg(t));
        assertNoisyThenGood(t -> t % 0.5 < 0.1 ? 12 : ecg(t));
    }

    private static void assertNoisyThenGood(DoubleUnaryOperator disturbed) {
        LeadQuality quality = new LeadQuality(new SamplingRate(360));
        play(quality, 0, 4, LeadQualityTest::ecg);
        play(quality, 4, 6.3, disturbed);
        assertThat(quality.status()).isEqualTo(LeadStatus.NOISY);
        play(quality, 6.3, 9, LeadQualityTest::ecg);
        assertThat(quality.status()).isEqualTo(LeadStatus.GOOD);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void resuming_equals_never_stopping(long seed) {
        Random random = new Random(seed);
        LeadQuality whole = new LeadQuality(new SamplingRate(250));
        LeadQuality resumed = new LeadQuality(new SamplingRate(250));
        int changes = 0;
        LeadStatus before = whole.status();
        for (int i = 0; i < 30_000; i++) {
            int phase = i / 700 % 4;
            double value = phase == 0
                    ? Double.NaN
                    : phase == 1 ? 0.5 : phase == 2 ? 0.3 * random.nextGaussian() : ecg(i / 250.0);
            if (random.nextInt(100) == 0) {
                SnapshotWriter snapshot = new SnapshotWriter();
                resumed.save(snapshot);
                resumed = new LeadQuality(new SamplingRate(250));
                resumed.load(new SnapshotReader(snapshot.toByteArray()));
            }
            whole.accept(value);
            resumed.accept(value);
            assertThat(resumed.status()).isEqualTo(whole.status());
            changes += whole.status() == before ? 0 : 1;
            before = whole.status();
        }
        assertThat(changes).isGreaterThan(20);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void samples_taken_in_runs_are_judged_as_one_by_one(long seed) {
        Random random = new Random(seed);
        LeadQuality single = new LeadQuality(new SamplingRate(250));
        LeadQuality inRuns = new LeadQuality(new SamplingRate(250));
        SnapshotWriter one = new SnapshotWriter();
        SnapshotWriter other = new SnapshotWriter();
        for (int at = 0; at < 30_000; ) {
            double[] run = new double[1 + random.nextInt(80)];
            for (int i = 0; i < run.length; i++, at++) {
                int phase = at / 700 % 5;
                run[i] = phase == 0 || random.nextInt(200) == 0
                        ? Double.NaN
                        : phase == 1
                                ? 5
                                : phase == 2 ? 0.3 * random.nextGaussian() : phase == 3 ? 0.5 : ecg(at / 250.0);
                single.accept(run[i]);
            }
            inRuns.accept(run, 0, run.length);

            single.save(one.clear());
            inRuns.save(other.clear());
            assertThat(other.toByteArray()).isEqualTo(one.toByteArray());
        }
    }

    private static void play(LeadQuality quality, double from, double to, DoubleUnaryOperator millivolts) {
        for (int i = (int) Math.round(from * 360); i < Math.round(to * 360); i++) {
            quality.accept(millivolts.applyAsDouble(i / 360.0));
        }
    }
}
