package org.rwave.trainer.explanation;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.data.LabelledBeat;

/** Hides parts of beats from a classifier and measures what that does to its answer. */
public final class Occlusion {
    /** Probabilities count as at least this far from 0 and 1, so that one certain answer does not outweigh all others. */
    private static final double FLOOR = 1e-4;

    private final Function<String, BeatClassifier> classifiers;
    private final float[] usual;

    /**
     * @param classifiers for each record the classifier to ask
     * @param beats of which the median is taken as the usual value of each feature; at least one
     */
    public Occlusion(Function<String, BeatClassifier> classifiers, List<LabelledBeat> beats) {
        this.classifiers = classifiers;
        this.usual = medians(beats);
    }

    /**
     * Mean change of the log-odds of {@code beatClass} over {@code beats} when a part is shown instead of hidden.
     *
     * @return one value for each of {@code parts}; NaN without beats
     */
    public double[] effects(List<LabelledBeat> beats, BeatClass beatClass, List<BeatPart> parts) {
        double[] sums = new double[parts.size()];
        BeatInput input = new BeatInput();
        for (LabelledBeat beat : beats) {
            BeatClassifier classifier = classifiers.apply(beat.record());
            beat.copyTo(input);
            double shown = logOdds(classifier.classify(input).of(beatClass));
            for (int part = 0; part < sums.length; part++) {
                hide(beat, parts.get(part), input);
                sums[part] += shown - logOdds(classifier.classify(input).of(beatClass));
            }
        }
        return Arrays.stream(sums).map(sum -> sum / beats.size()).toArray();
    }

    private void hide(LabelledBeat beat, BeatPart part, BeatInput input) {
        float[] waveform = new float[Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES];
        beat.copyWaveform(waveform, 0);
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            int row = lead * Preprocessing.WINDOW_SAMPLES;
            int difference = (Preprocessing.LEADS + lead) * Preprocessing.WINDOW_SAMPLES;
            for (int sample = part.from(); sample < part.to(); sample++) {
                waveform[row + sample] -= waveform[difference + sample]; // what is left is the template
                waveform[difference + sample] = 0;
            }
        }
        float[] features = beat.features();
        for (int index : part.features()) {
            features[index] = usual[index];
        }
        input.set(FloatBuffer.wrap(waveform), FloatBuffer.wrap(features));
    }

    private static double logOdds(double probability) {
        double clipped = Math.max(FLOOR, Math.min(1 - FLOOR, probability));
        return Math.log(clipped / (1 - clipped));
    }

    private static float[] medians(List<LabelledBeat> beats) {
        float[] medians = new float[Preprocessing.FEATURES];
        List<float[]> features = beats.stream().map(LabelledBeat::features).toList();
        for (int index = 0; index < medians.length; index++) {
            int column = index;
            double[] sorted = features.stream()
                    .mapToDouble(values -> values[column])
                    .sorted()
                    .toArray();
            medians[index] = (float) sorted[sorted.length / 2];
        }
        return medians;
    }
}
