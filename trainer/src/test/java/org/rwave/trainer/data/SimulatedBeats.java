package org.rwave.trainer.data;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.Preprocessing;

/** Beats with the look of real ones: V wide and early, S early, F between N and V; noise on everything. */
public final class SimulatedBeats {
    private SimulatedBeats() {}

    /** {@code count} beats of one record, N three times as often as each other class. */
    public static List<LabelledBeat> of(String record, int count, long seed) {
        Random random = new Random(seed);
        List<LabelledBeat> beats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int draw = random.nextInt(6);
            BeatClass label = draw < 3 ? BeatClass.N : BeatClass.at(draw - 2);
            beats.add(new LabelledBeat(record, 300L * i, label, input(label, random)));
        }
        return beats;
    }

    /** One beat that looks like {@code label}. */
    public static BeatInput input(BeatClass label, Random random) {
        double width = switch (label) {
            case V -> 12;
            case F -> 7;
            default -> 4;
        };
        double prematurity = switch (label) {
            case S -> -0.4;
            case V -> -0.3;
            default -> 0;
        };
        float[] waveform = new float[Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES];
        for (int i = 0; i < waveform.length; i++) {
            double distance = (i % Preprocessing.WINDOW_SAMPLES - Preprocessing.SAMPLES_BEFORE_R) / width;
            waveform[i] = (float) (Math.exp(-distance * distance) + 0.1 * random.nextGaussian());
        }
        float[] features = new float[Preprocessing.FEATURES];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) ((i == 0 ? prematurity : 0) + 0.1 * random.nextGaussian());
        }
        features[1] = label == BeatClass.Q ? 1 : 0;
        BeatInput input = new BeatInput();
        input.set(FloatBuffer.wrap(waveform), FloatBuffer.wrap(features));
        return input;
    }
}
