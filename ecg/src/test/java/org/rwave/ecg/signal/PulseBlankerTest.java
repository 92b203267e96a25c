package org.rwave.ecg.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

class PulseBlankerTest {
    @ParameterizedTest(name = "{0} Hz, {1} mV")
    @CsvSource({"250, 2", "250, -2", "360, 1", "360, -2", "360, 10", "500, 2", "1000, 2", "1000, -100"})
    void a_pulse_of_two_milliseconds_leaves_nothing(double hertz, double millivolts) {
        double[] rest = noise(400);
        double[] pulsed = rest.clone();
        int width = (int) Math.max(1, Math.round(0.002 * hertz));
        for (int i = 0; i < width; i++) {
            pulsed[100 + i] += millivolts;
        }
        pulsed[300] += millivolts;
        pulsed[301] += 0.6 * millivolts; // between two samples

        boolean anyMissing = blanker(hertz).blank(pulsed, pulsed.length);

        assertThat(anyMissing).isFalse();
        for (int i = 0; i < rest.length; i++) {
            assertThat(pulsed[i]).isCloseTo(rest[i], within(0.04));
        }
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(doubles = {100, 128, 250, 360, 500, 1000})
    void the_steepest_complex_passes_as_it_is(double hertz) {
        double[] complex = noise((int) hertz);
        for (int i = 0; i < complex.length; i++) {
            complex[i] += Math.max(0, 5 - 250 * Math.abs(i / hertz - 0.5)); // 5 mV, 40 ms
        }
        double[] passed = complex.clone();

        blanker(hertz).blank(passed, passed.length);

        assertThat(passed).containsExactly(complex);
    }

    @Test
    void a_step_passes_when_it_has_lasted_longer_than_a_pulse() {
        double[] step = new double[100];
        Arrays.fill(step, 50, 100, 3);

        blanker(360).blank(step, step.length);

        assertThat(Arrays.copyOfRange(step, 0, 52)).containsOnly(0);
        assertThat(Arrays.copyOfRange(step, 52, 100)).containsOnly(3);
    }

    @Test
    void what_jumps_without_rest_before_it_is_no_pulse() {
        double[] restless = new double[100];
        for (int i = 0; i < restless.length; i++) {
            restless[i] = i % 2 == 0 ? 1 : -1;
        }
        double[] passed = restless.clone();

        blanker(360).blank(passed, passed.length);

        assertThat(Arrays.copyOfRange(passed, 4, 100)).containsExactly(Arrays.copyOfRange(restless, 4, 100));
    }

    @Test
    void a_missing_sample_is_told_and_ends_a_pulse() {
        double[] row = new double[60];
        row[20] = 2;
        row[21] = Double.NaN;
        row[22] = 2;

        assertThat(blanker(360).blank(row, row.length)).isTrue();

        assertThat(row[20]).isZero();
        assertThat(row[21]).isNaN();
        assertThat(row[22]).isEqualTo(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void any_cut_and_any_snapshot_in_between_give_the_same(long seed) {
        Random random = new Random(seed);
        double[] signal = noise(2000);
        for (int i = 5; i < signal.length; i += 1 + random.nextInt(40)) {
            signal[i] = random.nextInt(5) == 0 ? Double.NaN : signal[i] + 3;
        }
        double[] whole = signal.clone();
        blanker(360).blank(whole, whole.length);

        PulseBlanker blanker = blanker(360);
        double[] cut = new double[signal.length];
        for (int at = 0; at < signal.length; ) {
            int count = Math.min(signal.length - at, 1 + random.nextInt(9));
            double[] row = Arrays.copyOfRange(signal, at, at + count);
            blanker.blank(row, count);
            System.arraycopy(row, 0, cut, at, count);
            at += count;
            blanker = resumed(blanker);
        }

        assertThat(cut).containsExactly(whole);
        assertThat(whole).isNotEqualTo(signal);
    }

    private static PulseBlanker resumed(PulseBlanker blanker) {
        SnapshotWriter out = new SnapshotWriter();
        blanker.save(out);
        PulseBlanker resumed = blanker(360);
        resumed.load(new SnapshotReader(out.toByteArray()));
        return resumed;
    }

    private static PulseBlanker blanker(double hertz) {
        return new PulseBlanker(new SamplingRate(hertz));
    }

    private static double[] noise(int samples) {
        return new Random(1).doubles(samples, -0.01, 0.01).toArray();
    }
}
