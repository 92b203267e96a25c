package org.rwave.ecg.fibrillation;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Looks at the last four seconds of the leads, two and a half times a second. It claims fibrillation when five windows in a row are
 * certain: the first is when about half of it is filled, so that is about four seconds into it. It keeps to it until none has been possible for two seconds. A lead counts when
 * it has been usable throughout the window and its wave has some height. The leads' odds are averaged, unless one of them
 * speaks against it: a heart that beats in one lead does not fibrillate in the other.
 *
 * <p>Memory: 180 samples of two bytes a lead; less than 700 bytes in a snapshot.
 */
public final class FibrillationDetector {
    /** Conditioned samples between two looks. */
    private static final int STEP = 72;

    private static final int LOOKS_TO_BEGIN = 5;
    /** One alone may be P waves and wander after the last beat. */
    private static final int LOOKS_TO_DOUBT = 2;

    private static final int LOOKS_TO_END = 5;

    /** The window that is being measured: a work area of the thread. */
    private static final ThreadLocal<double[]> SCRATCH = ThreadLocal.withInitial(() -> new double[WaveWindow.LENGTH]);

    private final WaveWindow[] windows;
    private int sinceLook;
    private int sinceClose;
    private boolean isFibrillation;
    private int certainLooks;
    private int impossibleLooks;
    private Oscillation state = Oscillation.NONE;

    public FibrillationDetector(int leads) {
        windows = new WaveWindow[leads];
        for (int lead = 0; lead < leads; lead++) {
            windows[lead] = new WaveWindow();
        }
    }

    /**
     * Takes the next conditioned samples.
     *
     * @param millivolts {@code [lead][sample]}, 180 a second
     * @param from the next sample's place there
     * @param count how many there are from there on, at most {@link #samplesToLook}
     * @param usable whether each lead carries anything
     * @return whether there has been a look: {@link #state} may have changed
     */
    public boolean accept(double[][] millivolts, int from, int count, boolean[] usable) {
        for (int done = 0; done < count; ) {
            int run = Math.min(count - done, WaveWindow.DECIMATION - sinceClose);
            boolean isComplete = sinceClose + run == WaveWindow.DECIMATION;
            for (int lead = 0; lead < windows.length; lead++) {
                windows[lead].add(millivolts[lead], from + done, run);
                if (isComplete) {
                    windows[lead].close(usable[lead]);
                }
            }
            sinceClose = isComplete ? 0 : sinceClose + run;
            done += run;
        }
        sinceLook += count;
        if (sinceLook < STEP) {
            return false;
        }
        sinceLook = 0;
        look();
        return true;
    }

    /** With so many samples more there is a look. */
    public int samplesToLook() {
        return STEP - sinceLook;
    }

    private void look() {
        int leads = 0;
        double hertz = 0;
        double leakage = 0;
        double rest = 0;
        double millivolts = 0;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        for (WaveWindow window : windows) {
            if (!window.isFull()) {
                continue;
            }
            WaveMeasures measures = window.measure(SCRATCH.get());
            if (FibrillationModel.isWave(measures)) {
                leads++;
                hertz += measures.hertz();
                leakage += measures.leakage();
                rest += measures.rest();
                millivolts = Math.max(millivolts, measures.millivolts());
                double logOdds = FibrillationModel.logOdds(measures);
                sum += logOdds;
                least = Math.min(least, logOdds);
            }
        }
        if (leads == 0 || !FibrillationModel.isVentricular(hertz / leads)) {
            decide(Double.NEGATIVE_INFINITY);
            state = new Oscillation(isFibrillation, false, Double.NEGATIVE_INFINITY, 0, 1, 1, millivolts);
            return;
        }
        double logOdds = FibrillationModel.isPossible(least) ? sum / leads : least;
        decide(logOdds);
        state = new Oscillation(
                isFibrillation,
                isFibrillation ? FibrillationModel.isPossible(logOdds) : certainLooks >= LOOKS_TO_DOUBT,
                logOdds,
                hertz / leads,
                leakage / leads,
                rest / leads,
                millivolts);
    }

    private void decide(double logOdds) {
        certainLooks = FibrillationModel.isCertain(logOdds) ? Math.min(LOOKS_TO_BEGIN, certainLooks + 1) : 0;
        impossibleLooks = FibrillationModel.isPossible(logOdds) ? 0 : Math.min(LOOKS_TO_END, impossibleLooks + 1);
        isFibrillation = isFibrillation ? impossibleLooks < LOOKS_TO_END : certainLooks == LOOKS_TO_BEGIN;
    }

    /** As of the last look. */
    public Oscillation state() {
        return state;
    }

    /** Forgets everything. */
    public void reset() {
        for (WaveWindow window : windows) {
            window.reset();
        }
        sinceLook = 0;
        sinceClose = 0;
        isFibrillation = false;
        certainLooks = 0;
        impossibleLooks = 0;
        state = Oscillation.NONE;
    }

    public void save(SnapshotWriter out) {
        for (WaveWindow window : windows) {
            window.save(out);
        }
        out.putByte(sinceLook).putByte(sinceClose).putBoolean(isFibrillation);
        out.putByte(certainLooks).putByte(impossibleLooks).putBoolean(state.isPossible());
        out.putDouble(state.logOdds()).putDouble(state.hertz()).putDouble(state.leakage());
        out.putDouble(state.rest()).putDouble(state.millivolts());
    }

    /** Continues from what {@link #save} wrote for the same number of leads. */
    public void load(SnapshotReader in) {
        for (WaveWindow window : windows) {
            window.load(in);
        }
        sinceLook = in.getByte();
        sinceClose = in.getByte();
        isFibrillation = in.getBoolean();
        certainLooks = in.getByte();
        impossibleLooks = in.getByte();
        state = new Oscillation(
                isFibrillation,
                in.getBoolean(),
                in.getDouble(),
                in.getDouble(),
                in.getDouble(),
                in.getDouble(),
                in.getDouble());
    }
}
