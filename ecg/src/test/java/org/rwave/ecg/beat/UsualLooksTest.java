package org.rwave.ecg.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UsualLooksTest {
    @Test
    void the_same_difference_is_striking_in_a_clean_signal_and_nothing_in_a_noisy_one() {
        float[] clean = write(learned(0.05f), looks(0.2f));
        float[] noisy = write(learned(0.2f), looks(0.2f));

        assertThat(clean[3]).as("QRS complex").isCloseTo((float) Math.log(0.21 / 0.06), within(1e-4f));
        assertThat(noisy[3]).as("QRS complex").isCloseTo(0, within(1e-4f));
    }

    @Test
    void a_p_wave_is_compared_with_how_well_p_waves_usually_fit() {
        float[] features = write(learned(0.02f), looks(0.2f, 0.1f));

        assertThat(features[0]).as("usual correlation").isEqualTo(0.9f);
        assertThat(features[1]).as("this beat's less the usual").isCloseTo(-0.8f, within(1e-5f));
    }

    @Test
    void the_preceding_beat_is_remembered_with_its_shape() {
        double[] row = new double[Preprocessing.WINDOW_SAMPLES];
        for (int i = 0; i < row.length; i++) {
            row[i] = 1000 * Math.sin(0.3 * i);
        }
        PrecedingBeat preceding = new PrecedingBeat();
        preceding.learn(row, 0.4f, 0.7f, 0.2f);

        float[] features = new float[PrecedingBeat.COUNT];
        preceding.write(features, 0, row);

        assertThat(features).hasSize(4).containsSequence(0.7f, 0.4f, 0.2f);
        assertThat(features[3]).as("correlation with itself").isCloseTo(1, within(1e-4f));
    }

    private static UsualLooks learned(float difference) {
        UsualLooks usual = new UsualLooks();
        for (int i = 0; i < 5; i++) {
            usual.learn(looks(difference, 0.9f), 0);
        }
        return usual;
    }

    private static float[] write(UsualLooks usual, float[] looks) {
        float[] features = new float[UsualLooks.COUNT];
        usual.write(features, 0, looks, 0, 0.05);
        return features;
    }

    private static float[] looks(float difference) {
        return looks(difference, 0.9f);
    }

    /** Correlation and distance of P, QRS and T. */
    private static float[] looks(float difference, float pCorrelation) {
        return new float[] {pCorrelation, difference, 0.95f, difference, 0.9f, difference};
    }
}
