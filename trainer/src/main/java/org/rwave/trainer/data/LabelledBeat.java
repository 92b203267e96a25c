package org.rwave.trainer.data;

import java.nio.FloatBuffer;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.Preprocessing;

/** One beat as the network sees it, with its true class. Immutable. */
public final class LabelledBeat {
    private static final int WAVEFORM = Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES;

    /** Numbers in one beat: waveform, then features. */
    static final int VALUES = WAVEFORM + Preprocessing.FEATURES;

    private final String record;
    private final long sampleIndex;
    private final BeatClass label;
    private final BeatOrigin origin;
    private final FloatBuffer values;
    private final int at;

    /** Copies {@code input}; {@code sampleIndex} is where the source of beats put the R peak. Of origin REFERENCE. */
    public LabelledBeat(String record, long sampleIndex, BeatClass label, BeatInput input) {
        this(record, sampleIndex, label, BeatOrigin.REFERENCE, copy(input), 0);
    }

    /** A beat whose {@link #VALUES} numbers lie in {@code values} from {@code at} on and are never overwritten. */
    private LabelledBeat(
            String record, long sampleIndex, BeatClass label, BeatOrigin origin, FloatBuffer values, int at) {
        this.record = record;
        this.sampleIndex = sampleIndex;
        this.label = label;
        this.origin = origin;
        this.values = values;
        this.at = at;
    }

    private static FloatBuffer copy(BeatInput input) {
        FloatBuffer copy = FloatBuffer.allocate(VALUES);
        input.copyWaveformTo(copy);
        input.copyFeaturesTo(copy);
        return copy.flip();
    }

    /** The same beat with its numbers elsewhere. */
    LabelledBeat movedTo(FloatBuffer elsewhere, int position) {
        return new LabelledBeat(record, sampleIndex, label, origin, elsewhere, position);
    }

    /** The same beat, said to be of {@code another} origin. */
    public LabelledBeat of(BeatOrigin another) {
        return new LabelledBeat(record, sampleIndex, label, another, values, at);
    }

    /** Appends the numbers to {@code into}. */
    void writeTo(FloatBuffer into) {
        into.put(values.slice(at, VALUES));
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

    public BeatOrigin origin() {
        return origin;
    }

    /** Puts the waveform, {@code [channel][sample]}, at {@code into[position]}. */
    public void copyWaveform(float[] into, int position) {
        values.get(at, into, position, WAVEFORM);
    }

    /** A copy of the features. */
    public float[] features() {
        float[] features = new float[Preprocessing.FEATURES];
        values.get(at + WAVEFORM, features);
        return features;
    }

    /** Overwrites {@code input} with this beat. */
    public void copyTo(BeatInput input) {
        input.set(values.slice(at, WAVEFORM), values.slice(at + WAVEFORM, Preprocessing.FEATURES));
    }
}
