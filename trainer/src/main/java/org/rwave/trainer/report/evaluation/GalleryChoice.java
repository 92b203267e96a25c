package org.rwave.trainer.report.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.explanation.SpreadChoice;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.validation.TestBeat;

/** Chooses the beats to look at. */
final class GalleryChoice {
    private static final int RIGHT_PER_CLASS = 6;
    private static final int WRONG = 42;
    private static final int WRONG_PER_RECORD_AND_KIND = 2;
    private static final long SEED = 1;
    private static final int WINDOW = Preprocessing.WINDOW_SAMPLES;

    private final List<TestBeat> beats;
    private final SamplingRate rate;

    /** @param rate of the recordings' sample indices */
    GalleryChoice(List<TestBeat> beats, SamplingRate rate) {
        this.beats = beats.stream().filter(beat -> beat.seen().isPresent()).toList();
        this.rate = rate;
    }

    BeatGallery choose() {
        return new BeatGallery(
                right().stream().map(this::picture).toList(),
                wrong().stream().map(this::picture).toList(),
                Arrays.stream(BeatClass.values())
                        .map(this::shape)
                        .filter(shape -> shape.beats() > 0)
                        .toList());
    }

    private List<TestBeat> right() {
        List<TestBeat> shuffled = new ArrayList<>(beats);
        Collections.shuffle(shuffled, new Random(SEED));
        List<TestBeat> chosen = new ArrayList<>();
        for (BeatClass beatClass : BeatClass.values()) {
            List<TestBeat> found = shuffled.stream()
                    .filter(beat -> prediction(beat).isRight() && beat.literature() == beatClass)
                    .toList();
            chosen.addAll(SpreadChoice.of(found, TestBeat::record, RIGHT_PER_CLASS));
        }
        return chosen;
    }

    private List<TestBeat> wrong() {
        Map<String, Integer> taken = new HashMap<>();
        List<TestBeat> worst = beats.stream()
                .filter(beat -> !prediction(beat).isRight())
                .sorted(Comparator.comparingDouble(beat -> -prediction(beat).confidence()))
                .filter(beat -> taken.merge(beat.record() + kind(beat), 1, Integer::sum) <= WRONG_PER_RECORD_AND_KIND)
                .toList();
        return SpreadChoice.of(worst, GalleryChoice::kind, WRONG).stream()
                .sorted(Comparator.comparing(TestBeat::literature)
                        .thenComparing(beat -> prediction(beat).decision())
                        .thenComparingDouble(beat -> -prediction(beat).confidence()))
                .toList();
    }

    private static String kind(TestBeat beat) {
        return beat.literature() + " called " + prediction(beat).decision();
    }

    private static Prediction prediction(TestBeat beat) {
        return beat.finalPrediction(ClassMapping.LITERATURE);
    }

    private BeatGallery.Picture picture(TestBeat beat) {
        float[] rows = rows(beat);
        int difference = Preprocessing.LEADS * WINDOW;
        Prediction prediction = prediction(beat);
        return new BeatGallery.Picture(
                beat.record(),
                rounded(beat.sampleIndex() / rate.hertz()),
                prediction.truth(),
                prediction.decision(),
                rounded(prediction.confidence()),
                IntStream.range(0, WINDOW).mapToObj(i -> rounded(rows[i])).toList(),
                IntStream.range(0, WINDOW)
                        .mapToObj(i -> rounded(rows[i] - rows[difference + i]))
                        .toList());
    }

    private BeatGallery.Shape shape(BeatClass beatClass) {
        double[] sum = new double[WINDOW];
        double[] squares = new double[WINDOW];
        long count = 0;
        for (TestBeat beat : beats) {
            if (beat.literature() == beatClass) {
                float[] rows = rows(beat);
                for (int i = 0; i < WINDOW; i++) {
                    sum[i] += rows[i];
                    squares[i] += rows[i] * rows[i];
                }
                count++;
            }
        }
        double beatsOfClass = count;
        return new BeatGallery.Shape(
                beatClass,
                count,
                IntStream.range(0, WINDOW)
                        .mapToObj(i -> rounded(sum[i] / beatsOfClass))
                        .toList(),
                IntStream.range(0, WINDOW)
                        .mapToObj(i -> rounded(Math.sqrt(
                                Math.max(0, squares[i] / beatsOfClass - Math.pow(sum[i] / beatsOfClass, 2)))))
                        .toList());
    }

    private static float[] rows(TestBeat beat) {
        LabelledBeat seen = beat.seen().orElseThrow();
        float[] rows = new float[Preprocessing.CHANNELS * WINDOW];
        seen.copyWaveform(rows, 0);
        return rows;
    }

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
