package org.rwave.ecg.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

class FormMemoryTest {
    private static final boolean[] BOTH = {true, true};
    private static final boolean[] FIRST = {true, false};

    private final FormMemory memory = new FormMemory();
    private final CutWindow narrow = new BeatSignal().narrow(150).window(BOTH);
    private final CutWindow wide = new BeatSignal().wide(150).window(BOTH);

    @Test
    void a_doubtful_beat_of_a_form_that_was_ventricular_before_is_ventricular() {
        assertThat(memory.judge(wide, ventricular(0.3)).mostProbable()).isEqualTo(BeatClass.N);

        learn(wide, 0.95, 50);

        assertThat(memory.judge(wide, ventricular(0.3)).of(BeatClass.V)).isGreaterThan(0.8f);
    }

    @Test
    void a_single_doubtful_beat_of_a_form_that_never_was_is_not_ventricular() {
        learn(narrow, 0.01, 50);

        assertThat(memory.judge(narrow, ventricular(0.9)).of(BeatClass.V)).isLessThan(0.3f);
    }

    @Test
    void beats_of_one_form_say_nothing_about_another() {
        learn(wide, 0.95, 50);

        assertThat(memory.judge(narrow, ventricular(0.3))).isEqualTo(ventricular(0.3));
    }

    @Test
    void the_memory_has_more_to_say_the_more_beats_it_is_of() {
        learn(wide, 0.95, 1);
        float afterOne = memory.judge(wide, ventricular(0.1)).of(BeatClass.V);
        learn(wide, 0.95, 9);
        float afterTen = memory.judge(wide, ventricular(0.1)).of(BeatClass.V);
        learn(wide, 0.95, 90);
        float afterHundred = memory.judge(wide, ventricular(0.1)).of(BeatClass.V);

        assertThat(afterOne).isBetween(0.1f, 0.2f);
        assertThat(afterTen).isBetween(0.3f, 0.5f);
        assertThat(afterHundred).isBetween(0.7f, 0.9f);
    }

    @Test
    void the_other_classes_keep_their_proportions() {
        learn(wide, 0.95, 50);

        ClassProbabilities said = memory.judge(wide, ClassProbabilities.of(0.4f, 0.2f, 0.3f, 0.08f, 0.02f));

        assertThat(said.of(BeatClass.N) / said.of(BeatClass.S)).isCloseTo(2, within(1e-4f));
        assertThat(said.of(BeatClass.S) / said.of(BeatClass.F)).isCloseTo(2.5f, within(1e-4f));
        float sum = 0;
        for (float probability : said.toArray()) {
            sum += probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-6f));
    }

    @Test
    void what_was_made_of_a_beat_is_not_remembered_but_what_the_model_said_of_it() {
        learn(wide, 0.4, 1000);

        assertThat(memory.judge(wide, ventricular(0.4)).of(BeatClass.V)).isCloseTo(0.4f, within(1e-3f));
    }

    @Test
    void a_beat_counts_only_when_it_is_learned() {
        for (int i = 0; i < 50; i++) {
            memory.judge(wide, ventricular(0.95));
        }

        assertThat(memory.judge(wide, ventricular(0.3))).isEqualTo(ventricular(0.3));
    }

    @Test
    void a_form_that_is_no_longer_called_ventricular_is_believed_in_the_end() {
        learn(wide, 0.99, 200);
        learn(wide, 0.05, 400);

        assertThat(memory.judge(wide, ventricular(0.05)).of(BeatClass.V)).isLessThan(0.5f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void certainty_of_the_model_is_bounded(double certain) {
        learn(wide, certain, 50);

        float said = memory.judge(wide, ventricular(1 - certain)).of(BeatClass.V);
        float drawn = memory.judge(wide, ventricular(0.5)).of(BeatClass.V);

        assertThat(said).isBetween(0f, 1f);
        assertThat(drawn).isCloseTo((float) certain, within(0.01f));
    }

    @Test
    void a_complex_of_half_the_size_is_of_another_form() {
        learn(wide, 0.95, 50);
        CutWindow half = new BeatSignal().wide(150).window(BOTH);
        for (double[] row : half.values) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= 2;
            }
        }

        assertThat(memory.judge(half, ventricular(0.3))).isEqualTo(ventricular(0.3));
    }

    @Test
    void a_complex_found_eleven_milliseconds_off_is_of_the_same_form() {
        learn(narrow, 0.95, 50);

        assertThat(memory.judge(new BeatSignal().narrow(152).window(BOTH), ventricular(0.3))
                        .of(BeatClass.V))
                .isGreaterThan(0.8f);
    }

    @Test
    void a_form_is_known_again_by_one_lead_while_the_other_is_off() {
        learn(wide, 0.95, 50);
        CutWindow oneLead = new BeatSignal().wide(150).window(FIRST);

        assertThat(memory.judge(oneLead, ventricular(0.3)).of(BeatClass.V)).isGreaterThan(0.8f);
    }

    @Test
    void forms_that_come_once_do_not_drive_out_one_that_comes_often() {
        learn(wide, 0.95, 50);
        for (int i = 0; i < 100; i++) {
            learn(odd(i), 0.1, 1);
        }

        assertThat(memory.judge(wide, ventricular(0.3)).of(BeatClass.V)).isGreaterThan(0.8f);
    }

    @Test
    void a_snapshot_goes_on_as_if_nothing_had_happened() {
        learn(wide, 0.95, 20);
        learn(narrow, 0.02, 30);
        learn(new BeatSignal().wide(140).narrow(160).window(FIRST), 0.6, 3);
        SnapshotWriter out = new SnapshotWriter();
        memory.save(out);
        FormMemory resumed = new FormMemory();
        resumed.load(new SnapshotReader(out.toByteArray()));

        for (int i = 0; i < 50; i++) {
            CutWindow beat = i % 3 == 0 ? odd(i) : i % 2 == 0 ? wide : narrow;
            assertThat(resumed.judge(beat, ventricular(0.4))).isEqualTo(memory.judge(beat, ventricular(0.4)));
            memory.learn();
            resumed.learn();
        }
    }

    private void learn(CutWindow beat, double ventricular, int times) {
        for (int i = 0; i < times; i++) {
            memory.judge(beat, ventricular(ventricular));
            memory.learn();
        }
    }

    /** A complex that is unlike {@link #wide} and {@link #narrow}, and unlike those of other numbers. */
    private static CutWindow odd(int number) {
        BeatSignal signal = new BeatSignal();
        long scrambled = (number + 1) * 2654435761L;
        for (int place = 0; place < 7; place++) {
            long bit = 1L << (place + 8);
            if ((scrambled & bit) != 0) {
                signal.narrow(136 + 6L * place);
            }
        }
        return signal.narrow(134 + number % 5).window(BOTH);
    }

    private static ClassProbabilities ventricular(double probability) {
        return ClassProbabilities.of((float) (1 - probability), 0, (float) probability, 0, 0);
    }
}
