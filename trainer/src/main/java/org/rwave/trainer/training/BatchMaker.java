package org.rwave.trainer.training;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.network.Standardisation;

/**
 * Lays beats out as the three arrays of a training step, each beat varied at random. Rows of the waveform that the network
 * does not see stay empty: noise is what costs most here.
 */
final class BatchMaker {
    private static final int WINDOW = Preprocessing.WINDOW_SAMPLES;
    private static final int WAVEFORM = Preprocessing.CHANNELS * WINDOW;
    private static final int LEADS = Preprocessing.CHANNELS / 2;

    private final HyperParameters.Augmentation augmentation;
    private final Standardisation standardisation;
    private final double[] classWeights;
    private final double labelSmoothing;
    private final boolean withWaveform;
    private final Set<Integer> rows;
    private final float[] scratch = new float[WAVEFORM];

    BatchMaker(
            HyperParameters parameters, Standardisation standardisation, double[] classWeights, boolean withWaveform) {
        this.augmentation = parameters.augmentation();
        this.standardisation = standardisation;
        this.classWeights = classWeights;
        this.labelSmoothing = parameters.labelSmoothing();
        this.withWaveform = withWaveform;
        this.rows = Set.copyOf(parameters.network().inputs());
    }

    /** {@code waveforms [beat][channel][sample]} ({@code [beat][1][1]} where they are not looked at), {@code features [beat][feature]}, {@code targets [beat][class]}. */
    record Batch(int size, Floats waveforms, Floats features, Floats targets) {}

    /** An array that a record may carry. */
    static final class Floats {
        private final float[] values;

        Floats(int size) {
            values = new float[size];
        }

        float[] values() {
            return values;
        }
    }

    /** The arrays of {@code beats}, varied by {@code random}. */
    Batch make(List<LabelledBeat> beats, Random random) {
        int size = beats.size();
        Batch batch = new Batch(
                size,
                new Floats(withWaveform ? size * WAVEFORM : size),
                new Floats(size * Preprocessing.FEATURES),
                new Floats(size * BeatClass.COUNT));
        for (int i = 0; i < size; i++) {
            LabelledBeat beat = beats.get(i);
            if (withWaveform) {
                varyWaveform(beat, random, batch.waveforms().values(), i * WAVEFORM);
            }
            varyFeatures(beat, random, batch.features().values(), i * Preprocessing.FEATURES);
            writeTarget(beat.label(), batch.targets().values(), i * BeatClass.COUNT);
        }
        return batch;
    }

    private void varyWaveform(LabelledBeat beat, Random random, float[] into, int at) {
        beat.copyWaveform(scratch, 0);
        int reach = augmentation.shiftSamples();
        int shift = reach == 0 ? 0 : random.nextInt(2 * reach + 1) - reach;
        for (int lead = 0; lead < LEADS; lead++) {
            double exponent = 2 * random.nextDouble() - 1;
            float factor = (float) Math.pow(augmentation.amplitude(), exponent);
            for (int channel = lead; channel < Preprocessing.CHANNELS; channel += LEADS) {
                if (rows.contains(channel)) {
                    varyRow(channel * WINDOW, into, at + channel * WINDOW, shift, factor, random);
                }
            }
        }
    }

    private void varyRow(int from, float[] into, int at, int shift, float factor, Random random) {
        float noise = (float) augmentation.waveformNoise();
        boolean silent = true;
        for (int i = 0; i < WINDOW; i++) {
            silent &= scratch[from + i] == 0;
        }
        for (int i = 0; i < WINDOW; i++) {
            int source = Math.max(0, Math.min(WINDOW - 1, i + shift));
            float grain = silent || noise == 0 ? 0 : noise * (float) random.nextGaussian();
            into[at + i] = factor * scratch[from + source] + grain;
        }
    }

    private void varyFeatures(LabelledBeat beat, Random random, float[] into, int at) {
        standardisation.apply(beat.features(), into, at);
        for (int i = 0; i < Preprocessing.FEATURES; i++) {
            into[at + i] += (float) (augmentation.featureNoise() * random.nextGaussian());
        }
    }

    /** One-hot, smoothed, times the class's weight. */
    private void writeTarget(BeatClass label, float[] into, int at) {
        double weight = classWeights[label.ordinal()];
        Arrays.fill(into, at, at + BeatClass.COUNT, (float) (weight * labelSmoothing / BeatClass.COUNT));
        into[at + label.ordinal()] += (float) (weight * (1 - labelSmoothing));
    }
}
