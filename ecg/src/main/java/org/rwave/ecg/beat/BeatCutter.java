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

    private static final int ALIGNMENT_REACH = 3;
    private static final double WORTH_ALIGNING = 0.7;
    private static final int SCALE_BEATS = 25;
    private static final double WAVEFORM_CLIP = 4;

    private final ConditionedHistory history;
    private final TemplateBank templates = new TemplateBank();
    private final RunningMedian[] amplitudes = {new RunningMedian(SCALE_BEATS), new RunningMedian(SCALE_BEATS)};
    private final RrFeatures rhythm = new RrFeatures();
    private final CutWindow window = new CutWindow();
    private final CutWindow shifted = new CutWindow();
    private final double[] scale = new double[Preprocessing.LEADS];

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

    /** Cuts the beat at {@code fiducial} and fills {@code into}. RR arguments as in {@link RrFeatures#write}. */
    void cut(long fiducial, boolean[] usable, double pre, double post, boolean postKnown, BeatInput into) {
        cutAligned(fiducial, usable);
        BeatTemplate template = templates.dominant();
        float[] waveform = into.waveform();
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            scale[lead] = Math.max(400, amplitudes[lead].quantile(0.5, window.qrsPeakToPeak(lead)));
            int beatRow = lead * Preprocessing.WINDOW_SAMPLES;
            int differenceRow = (Preprocessing.LEADS + lead) * Preprocessing.WINDOW_SAMPLES;
            boolean compare = window.usable[lead] && template.knows(lead);
            for (int i = 0; i < Preprocessing.WINDOW_SAMPLES; i++) {
                double value = window.values[lead][i];
                waveform[beatRow + i] = clip(value / scale[lead]);
                waveform[differenceRow + i] = compare ? clip((value - template.at(lead, i)) / scale[lead]) : 0;
            }
        }
        rhythm.write(into.features(), 0, pre, post, postKnown);
        MorphologyFeatures.write(into.features(), RrFeatures.COUNT, window, template, scale);
    }

    /** Shifts the window by up to 17 ms to where it fits the dominant shape best, if it has about that shape at all. */
    private void cutAligned(long fiducial, boolean[] usable) {
        window.cut(history, fiducial, usable);
        BeatTemplate template = templates.dominant();
        double atFiducial = template.correlation(window);
        if (template.isEmpty() || atFiducial < WORTH_ALIGNING) {
            return;
        }
        double best = atFiducial;
        int bestShift = 0;
        for (int shift = -ALIGNMENT_REACH; shift <= ALIGNMENT_REACH; shift++) {
            shifted.cut(history, fiducial + shift, usable);
            double correlation = template.correlation(shifted);
            if (correlation > best) {
                best = correlation;
                bestShift = shift;
            }
        }
        if (bestShift != 0) {
            window.cut(history, fiducial + bestShift, usable);
        }
    }

    /** Takes the beat that {@link #cut} cut last into the picture of the patient; {@code pre} in seconds or NaN. */
    void learn(double pre) {
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            if (window.usable[lead]) {
                amplitudes[lead].add(window.qrsPeakToPeak(lead));
            }
        }
        templates.learn(window);
        if (!Double.isNaN(pre)) {
            rhythm.add(pre);
        }
    }

    /** The usual RR interval in seconds. */
    double usualRrSeconds() {
        return rhythm.usualSeconds();
    }

    private static float clip(double value) {
        return (float) Math.max(-WAVEFORM_CLIP, Math.min(WAVEFORM_CLIP, value));
    }

    void save(SnapshotWriter out) {
        templates.save(out);
        for (RunningMedian amplitude : amplitudes) {
            amplitude.save(out);
        }
        rhythm.save(out);
    }

    void load(SnapshotReader in) {
        templates.load(in);
        for (RunningMedian amplitude : amplitudes) {
            amplitude.load(in);
        }
        rhythm.load(in);
    }
}
