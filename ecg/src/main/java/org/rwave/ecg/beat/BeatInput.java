package org.rwave.ecg.beat;

import java.nio.FloatBuffer;

/**
 * What the classifier sees of one beat, as {@link BeatCutter} makes it; valid only during the call it is handed to.
 *
 * <p>Two tensors, row-major: the waveform {@code [}{@link Preprocessing#CHANNELS}{@code ][}{@link
 * Preprocessing#WINDOW_SAMPLES}{@code ]} and the features {@code [}{@link Preprocessing#FEATURES}{@code ]}. Both are
 * scaled and free of units; {@link Preprocessing} says what each row holds.
 */
public final class BeatInput {
    private final float[] waveform = new float[Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES];
    private final float[] features = new float[Preprocessing.FEATURES];
    private long sampleIndex;
    private int revision;

    /** R peak of the beat, samples of the source; no part of what is classified, but it tells beats apart. */
    public long sampleIndex() {
        return sampleIndex;
    }

    /** As in {@link ClassifiedBeat}: 0 for the provisional answer, 1 for the final one. */
    public int revision() {
        return revision;
    }

    void setIdentity(long sampleIndexOfBeat, int revisionOfAnswer) {
        sampleIndex = sampleIndexOfBeat;
        revision = revisionOfAnswer;
    }

    /** Sample {@code sample} of channel {@code channel}. */
    public float waveform(int channel, int sample) {
        return waveform[channel * Preprocessing.WINDOW_SAMPLES + sample];
    }

    public float feature(int index) {
        return features[index];
    }

    /** Puts the waveform at the buffer's position, {@code CHANNELS * WINDOW_SAMPLES} values. */
    public void copyWaveformTo(FloatBuffer into) {
        into.put(waveform);
    }

    /** Puts the features at the buffer's position, {@code FEATURES} values. */
    public void copyFeaturesTo(FloatBuffer into) {
        into.put(features);
    }

    /** Overwrites both tensors, for stored beats such as the golden ones. Lengths as in the class comment. */
    public void set(FloatBuffer waveformValues, FloatBuffer featureValues) {
        waveformValues.get(waveform);
        featureValues.get(features);
    }

    /** The same beat in arrays of its own. */
    public BeatInput copy() {
        BeatInput copy = new BeatInput();
        copy.set(FloatBuffer.wrap(waveform), FloatBuffer.wrap(features));
        copy.setIdentity(sampleIndex, revision);
        return copy;
    }

    /** The live waveform array, for the cutter alone. */
    float[] waveform() {
        return waveform;
    }

    /** The live feature array, for the cutter alone. */
    float[] features() {
        return features;
    }
}
