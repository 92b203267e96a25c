package org.rwave.cli.disclose;

import java.util.List;
import java.util.Locale;
import org.rwave.ecg.simulate.TestRhythms;
import org.rwave.ecg.simulate.TestWaveform;

/** Heart rate: accuracy over its range, irregular rhythms, response to a step. */
final class RateSection {
    private static final List<Integer> RATES = List.of(15, 20, 30, 40, 60, 80, 100, 120, 150, 180, 200, 220, 250, 300);
    /** Shown rates are judged from here on. */
    private static final double SETTLED_SECONDS = 40;

    private final Bench bench;

    RateSection(Bench bench) {
        this.bench = bench;
    }

    void write(Page page) {
        accuracy(page);
        irregular(page);
        response(page);
    }

    private void accuracy(Page page) {
        page.heading("Heart rate: range and accuracy");
        page.paragraph(
                "Triangular QRS of 1 mV, 80 ms wide, T wave of 0.2 mV up to 150/min, 120 s; mean and range of the"
                        + " rates shown from 40 s on. The standard asks for ±10 % or ±5/min, whichever is larger, from 30 to 200/min"
                        + " (adults). Mindray discloses 15 to 300/min, ±1 % or ±1/min.");
        page.columns("set, /min", "shown, /min", "largest error", "within ±10 % or ±5/min");
        for (int set : RATES) {
            TestWaveform signal =
                    TestRhythms.regular(set, 1, 0.08, 0.2, 120, Bench.RATE).build();
            List<Double> shown = bench.play(signal).heartRates(SETTLED_SECONDS, 120);
            double error = shown.stream()
                    .mapToDouble(rate -> Math.abs(rate - set))
                    .map(difference -> Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference)
                    .max()
                    .orElse(Double.POSITIVE_INFINITY);
            page.row(
                    Integer.toString(set),
                    Times.rates(shown),
                    Double.isInfinite(error) ? "no rate" : String.format(Locale.ROOT, "%.1f/min", error),
                    error <= Math.max(5, 0.1 * set) ? "yes" : "**no**");
        }
        page.line("");
    }

    private void irregular(Page page) {
        page.heading("Heart rate in irregular rhythm");
        page.paragraph(
                "Waveforms after the description of figures 3a to 3d, 90 s, N 1 mV, V 1.3 mV; rates shown from 40 s on."
                        + " Mindray discloses 80, 60, 120 and 90/min.");
        page.columns("waveform", "expected, /min", "shown, /min");
        irregular(page, "3a ventricular bigeminy", 80, TestRhythms.bigeminy(Bench.RATE));
        irregular(page, "3b slow alternating ventricular bigeminy", 60, TestRhythms.slowBigeminy(Bench.RATE));
        irregular(page, "3c rapid alternating ventricular bigeminy", 120, TestRhythms.rapidBigeminy(Bench.RATE));
        irregular(page, "3d bidirectional systoles", 90, TestRhythms.bidirectional(Bench.RATE));
        page.line("");
    }

    private void irregular(Page page, String name, int expected, TestWaveform signal) {
        page.row(
                name, Integer.toString(expected), Times.rates(bench.play(signal).heartRates(SETTLED_SECONDS, 90)));
    }

    private void response(Page page) {
        page.heading("Response of the heart rate to a step");
        page.paragraph(
                "From the last beat at 80/min until the rate shown, once a second, has gone 63 % of the way, and until"
                        + " it is within 5/min of the new rate. Five trials, mean and range.");
        page.columns("step, /min", "63 % of the way", "within 5/min", "Philips MP2", "GE B20", "Mindray");
        response(page, 120, "6.8 s (6.4 to 7.2)", "6.9 s", "< 11 s");
        response(page, 40, "6.0 s (5.6 to 6.4)", "8.2 s", "< 11 s");
        page.line("");
    }

    private void response(Page page, int to, String philips, String ge, String mindray) {
        double most = 80 + 0.63 * (to - 80);
        Bench.Trial trial = phase -> TestRhythms.step(to, phase, 25, Bench.RATE);
        Bench.Start start = (phase, signal) -> TestRhythms.stepSeconds(phase);
        page.row(
                "80 to " + to,
                Times.text(bench.timeToRate(trial, start, rate -> to > 80 ? rate >= most : rate <= most)),
                Times.text(bench.timeToRate(trial, start, rate -> Math.abs(rate - to) <= 5)),
                philips,
                ge,
                mindray);
    }
}
