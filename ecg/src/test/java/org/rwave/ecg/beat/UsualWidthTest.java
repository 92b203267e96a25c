package org.rwave.ecg.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

class UsualWidthTest {
    private static final float NARROW = 9 / 45f;
    private static final float WIDE = 25 / 45f;

    @Test
    void a_wide_beat_is_wide_even_where_three_beats_of_four_are() {
        UsualWidth usual = learned(60, NARROW, WIDE, WIDE, WIDE);

        assertThat(written(usual, WIDE)).isCloseTo(16 / 45f, within(1e-6f));
        assertThat(written(usual, NARROW)).isZero();
    }

    @Test
    void nothing_is_wide_where_every_beat_is() {
        assertThat(written(learned(60, WIDE), WIDE)).isZero();
    }

    @Test
    void a_bundle_branch_block_that_stays_is_the_new_usual_after_eighty_beats() {
        UsualWidth usual = learned(200, NARROW);
        for (int i = 0; i < 70; i++) {
            usual.learn(WIDE);
        }
        assertThat(written(usual, WIDE)).isPositive();

        for (int i = 0; i < 15; i++) {
            usual.learn(WIDE);
        }

        assertThat(written(usual, WIDE)).isZero();
    }

    @Test
    void it_says_nothing_before_ten_beats_are_known() {
        assertThat(written(learned(9, NARROW), WIDE)).isZero();
        assertThat(written(learned(10, NARROW), WIDE)).isPositive();
    }

    @Test
    void resumed_from_a_snapshot_it_goes_on_bit_for_bit() {
        UsualWidth usual = learned(130, NARROW, WIDE, 11 / 45f, 44 / 45f, 1f);
        SnapshotWriter out = new SnapshotWriter();
        usual.save(out);
        UsualWidth resumed = new UsualWidth();

        resumed.load(new SnapshotReader(out.toByteArray()));

        for (int width = 1; width <= 45; width++) {
            float share = (float) (width / 45.0);
            assertThat(written(resumed, share)).isEqualTo(written(usual, share));
            usual.learn(share);
            resumed.learn(share);
        }
    }

    private static UsualWidth learned(int beats, float... widths) {
        UsualWidth usual = new UsualWidth();
        for (int i = 0; i < beats; i++) {
            usual.learn(widths[i % widths.length]);
        }
        return usual;
    }

    private static float written(UsualWidth usual, float width) {
        float[] features = new float[UsualWidth.COUNT];
        usual.write(features, 0, width);
        return features[0];
    }
}
