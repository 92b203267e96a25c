package org.rwave.cli.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;

/** The waveform within a window, as it came: millivolts, unfiltered; what is missing stays missing. */
final class Strip {
    private final Window window;
    private final SamplingRate rate;
    private final List<Lead> leads;
    private final double[][] millivolts; // [lead][sample], NaN where missing
    private boolean hasSamples;

    Strip(Window window, SamplingRate rate, List<Lead> leads) {
        this.window = window;
        this.rate = rate;
        this.leads = leads;
        millivolts = new double[leads.size()][Math.toIntExact(window.length())];
        for (double[] lead : millivolts) {
            Arrays.fill(lead, Double.NaN);
        }
    }

    /** Keeps what of {@code chunk} lies within the window. */
    void add(WaveformChunk chunk) {
        long from = Math.max(window.from(), chunk.firstSampleIndex());
        long to = Math.min(window.to(), chunk.endSampleIndex());
        for (long sample = from; sample < to; sample++) {
            for (int lead = 0; lead < millivolts.length; lead++) {
                short raw = chunk.raw((int) (sample - chunk.firstSampleIndex()), lead);
                if (raw != WaveformChunk.MISSING) {
                    Lead unit = leads.get(lead);
                    millivolts[lead][(int) (sample - window.from())] =
                            (raw - unit.baselineUnits()) * unit.microvoltsPerUnit() / 1000;
                    hasSamples = true;
                }
            }
        }
    }

    boolean isEmpty() {
        return !hasSamples;
    }

    Window window() {
        return window;
    }

    SamplingRate rate() {
        return rate;
    }

    List<String> leadNames() {
        return leads.stream().map(Lead::name).toList();
    }

    /** Number of samples of each lead. */
    int length() {
        return (int) window.length();
    }

    /** Millivolts of {@code lead}, {@code offset} samples into the window; NaN where nothing came. */
    double millivolts(int lead, int offset) {
        return millivolts[lead][offset];
    }

    /** Least, middle and greatest millivolts of {@code lead}; zeros when nothing came. */
    double[] range(int lead) {
        List<Double> known = new ArrayList<>();
        for (double value : millivolts[lead]) {
            if (!Double.isNaN(value)) {
                known.add(value);
            }
        }
        if (known.isEmpty()) {
            return new double[3];
        }
        known.sort(Double::compare);
        return new double[] {known.get(0), known.get(known.size() / 2), known.get(known.size() - 1)};
    }
}
