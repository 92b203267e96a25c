package org.rwave.trainer.data;

import java.nio.FloatBuffer;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.Preprocessing;

/** One beat as the network sees it, with its true class. Immutable. */
public final class LabelledBeat {
    private final String record;
    private final long sampleIndex;
    private final BeatClass label;
    private final float[] waveform = new float[Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES];
    private final float[] features = new float[Preprocessing.FEATURES];

    /** Copies {@code input}; {@code sampleIndex} is where the source of beats put the R peak. */
    public LabelledBeat(String record, long sampleIndex, BeatClass label, BeatInput input) {
        this.record = record;
        this.sampleIndex = sampleIndex;
        this.label = label;
        input.copyWaveformTo(FloatBuffer.wrap(waveform));
        input.copyFeaturesTo(FloatBuffer.wrap(features));
    }

    public String record() {
        return record;
    }

    public long sampleIndex() {
        return sampleIndex;
    }

    public BeatClass label() {
        return label;
    }

    /** Puts the waveform, {@code [channel][sample]}, at {@code at}. */
    public void copyWaveform(float[] into, int at) {
        System.arraycopy(waveform, 0, into, at, waveform.length);
    }

    /** A copy of the features. */
    public float[] features() {
        return features.clone();
    }

    /** Overwrites {@code input} with this beat. */
    public void copyTo(BeatInput input) {
        input.set(FloatBuffer.wrap(waveform), FloatBuffer.wrap(features));
    }
}
