package org.rwave.ecg.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

class BeatLabellerTest {
    private final RecordingClassifier classifier = new RecordingClassifier();

    @Test
    void decides_a_beat_when_the_next_one_is_known() {
        BeatSignal signal = new BeatSignal().narrow(100).narrow(250);
        BeatLabeller labeller = new BeatLabeller(classifier, false);

        int aligned = 250 + BeatCutter.ALIGNMENT_NEEDS;

        assertThat(signal.feed(labeller, 0, aligned - 1)).isEmpty();
        List<ClassifiedBeat> decided = signal.feed(labeller, aligned - 1, aligned);

        assertThat(decided).extracting(ClassifiedBeat::sampleIndex).containsExactly(100L);
        assertThat(decided.get(0).revision()).isEqualTo(1);
        assertThat(classifier.features.get(0)[0]).as("no previous beat").isZero();
    }

    @Test
    void waits_one_and_a_half_usual_intervals_and_the_detectors_delay_for_the_next_beat() {
        BeatSignal signal = new BeatSignal().narrow(100);
        BeatLabeller labeller = new BeatLabeller(classifier, false);
        int wait = (int) Math.round((1.5 * 0.8 + 0.6) * Preprocessing.HERTZ);

        assertThat(signal.feed(labeller, 0, 100 + wait - 1)).isEmpty();

        assertThat(signal.feed(labeller, 100 + wait - 1, 100 + wait)).hasSize(1);
    }

    @Test
    void says_how_alike_the_beat_behind_a_ventricular_one_is() {
        assertThat(followerOf(new BeatSignal().wide(100).wide(250), BeatClass.V).orElseThrow())
                .satisfies(beat -> assertThat(beat.sampleIndex()).isEqualTo(250))
                .satisfies(beat -> assertThat(beat.likeness()).isGreaterThan(0.99));
        assertThat(followerOf(new BeatSignal().wide(100).narrow(250), BeatClass.V)
                        .orElseThrow()
                        .likeness())
                .isLessThan(0.5);
        assertThat(followerOf(new BeatSignal().wide(100).wide(250), BeatClass.N))
                .isEmpty();
    }

    @Test
    void a_beat_may_also_be_like_the_ventricular_one_before_the_last() {
        RecordingClassifier classifier = new RecordingClassifier();
        classifier.answer = ClassProbabilities.certain(BeatClass.V);
        BeatLabeller labeller = new BeatLabeller(classifier, false);
        BeatSignal bidirectional = new BeatSignal().wide(100).narrow(200).wide(300);
        List<Double> likenesses = new ArrayList<>();

        for (int i = 0; i < 500; i++) {
            boolean isDecided = !bidirectional.feed(labeller, i, i + 1).isEmpty();
            if (isDecided) {
                labeller.follower().ifPresent(beat -> likenesses.add(beat.likeness()));
                labeller = resumed(labeller, classifier);
            }
        }

        assertThat(likenesses).hasSize(2);
        assertThat(likenesses.get(0)).isLessThan(0.5);
        assertThat(likenesses.get(1)).isGreaterThan(0.99);
    }

    @Test
    void what_was_said_of_beats_of_a_form_counts_for_the_next_one_also_after_a_restart() {
        assertThat(doubtfulBeatAfter(20, false, false)).isEqualTo(BeatClass.V);
        assertThat(doubtfulBeatAfter(20, true, false)).isEqualTo(BeatClass.V);
        assertThat(doubtfulBeatAfter(1, false, false)).isEqualTo(BeatClass.N);
    }

    @Test
    void what_was_said_in_noise_is_not_remembered() {
        assertThat(doubtfulBeatAfter(20, false, true)).isEqualTo(BeatClass.N);
    }

    /** The class of a beat that is said to be V with 0.3, after {@code sure} beats of its form that are V for sure. */
    private static BeatClass doubtfulBeatAfter(int sure, boolean resume, boolean noisy) {
        RecordingClassifier classifier = new RecordingClassifier();
        classifier.answer = ClassProbabilities.certain(BeatClass.V);
        BeatLabeller labeller = new BeatLabeller(classifier, false);
        BeatSignal signal = new BeatSignal();
        for (int i = 1; i <= sure + 2; i++) {
            signal.wide(150L * i);
        }
        signal.feed(labeller, 0, 150L * (sure + 1) + 100, noisy);
        BeatLabeller next = resume ? resumed(labeller, classifier) : labeller;
        classifier.answer = ClassProbabilities.of(0.7f, 0, 0.3f, 0, 0);
        List<ClassifiedBeat> decided = signal.feed(next, 150L * (sure + 1) + 100, 150L * (sure + 2) + 100);
        assertThat(decided).hasSize(1);
        return decided.get(0).beatClass();
    }

    private static BeatLabeller resumed(BeatLabeller labeller, BeatClassifier classifier) {
        SnapshotWriter out = new SnapshotWriter();
        labeller.save(out);
        BeatLabeller resumed = new BeatLabeller(classifier, false);
        resumed.load(new SnapshotReader(out.toByteArray()));
        return resumed;
    }

    /** Known in the same sample in which the first of two beats becomes final, as {@code decided}. */
    private static Optional<LikeBeat> followerOf(BeatSignal twoBeats, BeatClass decided) {
        RecordingClassifier classifier = new RecordingClassifier();
        classifier.answer = ClassProbabilities.certain(decided);
        BeatLabeller labeller = new BeatLabeller(classifier, false);
        for (int i = 0; twoBeats.feed(labeller, i, i + 1).isEmpty(); i++) {
            assertThat(labeller.follower()).isEmpty();
        }
        return labeller.follower();
    }

    @Test
    void waits_for_the_whole_window_even_when_the_next_beat_is_early() {
        BeatSignal signal = new BeatSignal().narrow(100).narrow(150);
        BeatLabeller labeller = new BeatLabeller(classifier, false);
        int windowEnd = 100 + Preprocessing.WINDOW_SAMPLES - Preprocessing.SAMPLES_BEFORE_R;

        assertThat(signal.feed(labeller, 0, windowEnd - 1)).isEmpty();

        assertThat(signal.feed(labeller, windowEnd - 1, windowEnd)).hasSize(1);
    }

    @Test
    void states_provisional_beats_before_final_ones_when_asked() {
        BeatSignal signal = new BeatSignal().narrow(100).narrow(300);
        BeatLabeller labeller = new BeatLabeller(classifier, true);

        List<ClassifiedBeat> decided = signal.feed(labeller, 0, 400);

        assertThat(decided).extracting(ClassifiedBeat::revision).containsExactly(0, 1, 0);
        assertThat(decided).extracting(ClassifiedBeat::sampleIndex).containsExactly(100L, 100L, 300L);
    }

    @Test
    void tells_the_interval_to_the_previous_beat_except_across_a_gap() {
        BeatSignal signal = new BeatSignal().narrow(100).narrow(280);
        BeatLabeller labeller = new BeatLabeller(classifier, false);
        List<ClassifiedBeat> decided = new ArrayList<>(signal.feed(labeller, 0, 350));

        labeller.finish(BeatSignal.ANCHOR, decided);
        labeller.gap();
        List<ClassifiedBeat> after = new BeatSignal().narrow(90).feed(labeller, 0, 600);

        assertThat(decided)
                .extracting(ClassifiedBeat::rrMicros)
                .containsExactly(OptionalLong.empty(), OptionalLong.of(1_000_000));
        assertThat(after).hasSize(1);
        assertThat(after.get(0).afterGap()).isTrue();
        assertThat(after.get(0).rrMicros()).isEmpty();
    }

    @Test
    void shows_a_beat_of_another_shape_as_unlike_the_template() {
        BeatSignal signal = rhythm(20);
        signal.wide(20 * 150 + 30).narrow(20 * 150 + 280);
        BeatLabeller labeller = new BeatLabeller(classifier, false);

        signal.feed(labeller, 0, 4000);

        int qrsCorrelation = RrFeatures.COUNT + 2;
        assertThat(classifier.features.get(18)[qrsCorrelation]).isGreaterThan(0.99f);
        assertThat(classifier.features.get(20)[qrsCorrelation]).isLessThan(0.5f);
        assertThat(classifier.features.get(20)[0])
                .as("premature: log(pre / median)")
                .isLessThan(-0.4f);
    }

    @Test
    void an_untrusted_pair_of_leads_gives_class_q_without_asking_the_classifier() {
        BeatLabeller labeller = new BeatLabeller(classifier, false);
        List<ClassifiedBeat> decided = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            labeller.sample(new double[] {0, 0});
            if (i == 200) {
                labeller.rPeak(180, 180, new boolean[] {false, false}, true);
            }
            labeller.decide(BeatSignal.ANCHOR, decided);
        }

        assertThat(decided).extracting(ClassifiedBeat::beatClass).containsExactly(BeatClass.Q);
        assertThat(classifier.features).isEmpty();
    }

    @ParameterizedTest(name = "cut at {0}")
    @ValueSource(longs = {1, 150, 777, 1505, 2904, 2999})
    void resuming_equals_never_stopping(long cut) {
        BeatSignal signal = rhythm(20);
        signal.wide(1_580);
        List<ClassifiedBeat> unbroken = signal.feed(new BeatLabeller(classifier, true), 0, 3_200);
        List<float[]> expectedInputs = List.copyOf(classifier.features);
        classifier.features.clear();

        BeatLabeller first = new BeatLabeller(classifier, true);
        List<ClassifiedBeat> broken = new ArrayList<>(signal.feed(first, 0, cut));
        SnapshotWriter out = new SnapshotWriter();
        first.save(out);
        BeatLabeller second = new BeatLabeller(classifier, true);
        second.load(new SnapshotReader(out.toByteArray()));
        broken.addAll(signal.feed(second, cut, 3_200));

        assertThat(broken).isEqualTo(unbroken);
        assertThat(classifier.features).usingRecursiveComparison().isEqualTo(expectedInputs);
    }

    private static BeatSignal rhythm(int beats) {
        BeatSignal signal = new BeatSignal();
        for (int i = 0; i < beats; i++) {
            signal.narrow(150L * i + 100 + i % 3);
        }
        return signal;
    }

    /** Says N unless told otherwise and remembers what it saw: features, then waveform. */
    private static final class RecordingClassifier implements BeatClassifier {
        final List<float[]> features = new ArrayList<>();
        ClassProbabilities answer = ClassProbabilities.certain(BeatClass.N);

        @Override
        public ClassProbabilities classify(BeatInput input) {
            float[] seen = new float[Preprocessing.FEATURES + Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES];
            java.nio.FloatBuffer buffer = java.nio.FloatBuffer.wrap(seen);
            input.copyFeaturesTo(buffer);
            input.copyWaveformTo(buffer);
            features.add(seen);
            return answer;
        }

        @Override
        public String modelHash() {
            return "test";
        }
    }
}
