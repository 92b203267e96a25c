package org.rwave.ecg.beat;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Cuts beats out of the conditioned signal and turns them into what the classifier sees, against a running picture of
 * the patient: usual amplitude, usual shape, usual RR. Nothing here knows a label.
 */
final class BeatCutter {
    /** R may lie this far from where the source put it: 56 ms, the reach of the refinement. */
    static final int REFINEMENT_REACH = 10;

    /** How many samples behind a fiducial {@link #align} looks at. */
    static final int ALIGNMENT_NEEDS = REFINEMENT_REACH + Segment.QRS.to() - Preprocessing.SAMPLES_BEFORE_R;

    private static final int SCALE_BEATS = 25;
    private static final double WAVEFORM_CLIP = 4;

    /** Work areas of a thread, not of a patient: thousands of patients' own would be cold whenever a beat comes. */
    private static final ThreadLocal<CutWindow> WINDOW = ThreadLocal.withInitial(CutWindow::new);

    private static final ThreadLocal<Alignment> ALIGNMENT =
            ThreadLocal.withInitial(() -> new Alignment(REFINEMENT_REACH));

    private final ConditionedHistory history;
    private final TemplateBank templates = new TemplateBank();
    private final RunningMedian[] amplitudes = {new RunningMedian(SCALE_BEATS), new RunningMedian(SCALE_BEATS)};
    private final FeatureVector features = new FeatureVector();
    private final double[] scale = new double[Preprocessing.LEADS];

    /** The beat that was cut last, until this thread cuts one of another patient. */
    private CutWindow window = WINDOW.get();

    /** The lead that takes the first place in the beat that was cut last. */
    private int leading;

    BeatCutter(ConditionedHistory history) {
        this.history = history;
    }

    /**
     * The sample within 56 ms of {@code position} where the leads together deviate most from their surroundings: the
     * same point for every source of R peaks, so that own detection and reference positions give the same window.
     */
    long refine(double position, boolean[] usable) {
        long centre = Math.round(position);
        long best = centre;
        double largest = -1;
        for (long i = centre - REFINEMENT_REACH; i <= centre + REFINEMENT_REACH; i++) {
            double deviation = 0;
            for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
                deviation += usable[lead] ? Math.abs(history.at(lead, i)) / usualAmplitude(lead) : 0;
            }
            if (deviation > largest) {
                largest = deviation;
                best = i;
            }
        }
        return best;
    }

    private double usualAmplitude(int lead) {
        return Math.max(400, amplitudes[lead].quantile(0.5, 4000));
    }

    /**
     * Cuts the beat at {@code fiducial} and fills {@code into}. RR arguments as in {@link RrFeatures#write}. The first
     * lead's place is the one that the classifier leans on: while it is off, the second lead takes it.
     */
    void cut(long fiducial, boolean[] usable, double pre, double post, boolean postKnown, BeatInput into) {
        window = WINDOW.get();
        window.cut(history, fiducial, usable);
        BeatTemplate template = templates.normalFor(window);
        float[] waveform = into.waveform();
        boolean firstIsMissing = !window.usable[0] && window.usable[1];
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            scale[lead] = Math.max(400, amplitudes[lead].quantile(0.5, window.qrsPeakToPeak(lead)));
            writeRows(lead, firstIsMissing ? 1 - lead : lead, template, waveform);
        }
        leading = firstIsMissing ? 1 : 0;
        features.write(into.features(), window, templates, scale, leading, pre, post, postKnown);
    }

    private void writeRows(int lead, int place, BeatTemplate template, float[] waveform) {
        int beatRow = place * Preprocessing.WINDOW_SAMPLES;
        int differenceRow = (Preprocessing.LEADS + place) * Preprocessing.WINDOW_SAMPLES;
        boolean compare = window.usable[lead] && template.knows(lead);
        double[] beat = window.values[lead];
        short[] usual = template.average(lead);
        double usualSize = scale[lead];
        for (int i = 0; i < Preprocessing.WINDOW_SAMPLES; i++) {
            waveform[beatRow + i] = clip(beat[i] / usualSize);
            waveform[differenceRow + i] = compare ? clip((beat[i] - usual[i]) / usualSize) : 0;
        }
    }

    /** The beat that {@link #cut} has just cut. */
    CutWindow window() {
        return window;
    }

    /** Where the beat found at {@code fiducial} lies when put on top of the patient's known shapes. */
    long align(long fiducial, boolean[] usable) {
        return ALIGNMENT.get().align(history, templates, fiducial, usable);
    }

    /** Takes the beat that {@link #cut} has just cut into the picture of the patient; {@code pre} in seconds or NaN. */
    void learn(double pre) {
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            if (window.usable[lead]) {
                amplitudes[lead].add(window.qrsPeakToPeak(lead));
            }
        }
        templates.learn(window, features.prematurity(pre));
        features.learn(window, leading, pre);
    }

    /** The usual RR interval in seconds. */
    double usualRrSeconds() {
        return features.usualRrSeconds();
    }

    private static float clip(double value) {
        return (float) Math.max(-WAVEFORM_CLIP, Math.min(WAVEFORM_CLIP, value));
    }

    void save(SnapshotWriter out) {
        templates.save(out);
        for (RunningMedian amplitude : amplitudes) {
            amplitude.save(out);
        }
        features.save(out);
    }

    void load(SnapshotReader in) {
        templates.load(in);
        for (RunningMedian amplitude : amplitudes) {
            amplitude.load(in);
        }
        features.load(in);
    }
}
