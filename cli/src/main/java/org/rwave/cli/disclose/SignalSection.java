package org.rwave.cli.disclose;

import static org.rwave.ecg.alarm.AlarmKind.ASYSTOLE;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.rwave.ecg.simulate.TestRhythms;
import org.rwave.ecg.simulate.TestWaveform;

/** What of the signal is taken for a heartbeat and what is not. */
final class SignalSection {
    private static final double SETTLED_SECONDS = 40;
    private static final double SECONDS = 90;
    private static final List<Double> AMPLITUDES = List.of(0.1, 0.15, 0.2, 0.3, 0.5, 1.0, 2.0, 5.0);
    private static final List<Double> WIDTHS = List.of(0.010, 0.040, 0.070, 0.100, 0.120);

    private final Bench bench;

    SignalSection(Bench bench) {
        this.bench = bench;
    }

    void write(Page page) {
        tallT(page);
        qrs(page);
        disturbances(page);
        pacing(page);
    }

    private boolean isRight(TestWaveform signal, double perMinute) {
        return bench.play(signal).isShown(SETTLED_SECONDS, SECONDS, rate -> Math.abs(rate - perMinute) <= 5);
    }

    private void tallT(Page page) {
        page.heading("Tall T waves");
        page.paragraph(
                "QRS of 1 mV, 100 ms wide, 80/min, T wave of 180 ms, QT 350 ms, raised in steps of 0.1 mV to 3 mV. The"
                        + " largest up to which every rate shown is within 5/min.");
        double largest = 0;
        for (int tenths = 0; tenths <= 30; tenths++) {
            double t = tenths / 10.0;
            if (!isRight(TestRhythms.regular(80, 1, 0.1, t, SECONDS, Bench.RATE).build(), 80)) {
                break;
            }
            largest = t;
        }
        page.columns("", "rwave", "Mindray", "the standard");
        page.row(
                "largest T wave rejected",
                String.format(Locale.ROOT, largest >= 3 ? "%.1f mV or more" : "%.1f mV", largest),
                "1.2 mV",
                "to be disclosed");
        page.line("");
    }

    private void qrs(Page page) {
        page.heading("QRS amplitude and width");
        page.paragraph(
                "80/min with a T wave of a fifth of the QRS, 90 s: whether every rate shown from 40 s on is within 5/min."
                        + " The standard asks for detection at 0.5 to 5 mV and 70 to 120 ms (adults), and for no response to 0.15 mV"
                        + " or, at 1 mV, to 10 ms. \"none\": no rate is shown at all, as wanted there.");
        String[] names = new String[WIDTHS.size() + 1];
        names[0] = "amplitude";
        for (int i = 0; i < WIDTHS.size(); i++) {
            names[i + 1] = String.format(Locale.ROOT, "%.0f ms", 1000 * WIDTHS.get(i));
        }
        page.columns(names);
        for (double millivolts : AMPLITUDES) {
            String[] cells = new String[WIDTHS.size() + 1];
            cells[0] = millivolts + " mV";
            for (int i = 0; i < WIDTHS.size(); i++) {
                cells[i + 1] = detection(millivolts, WIDTHS.get(i));
            }
            page.row(cells);
        }
        page.line("");
    }

    private String detection(double millivolts, double width) {
        TestWaveform signal = TestRhythms.regular(80, millivolts, width, 0.2 * millivolts, SECONDS, Bench.RATE)
                .build();
        List<Double> rates = bench.play(signal).heartRates(SETTLED_SECONDS, SECONDS);
        if (rates.stream().allMatch(rate -> Double.isNaN(rate) || rate == 0)) {
            return "none";
        }
        return rates.stream().allMatch(rate -> Math.abs(rate - 80) <= 5) ? "yes" : "wrong: " + Times.rates(rates);
    }

    private void disturbances(Page page) {
        page.heading("Drift and mains");
        page.paragraph("QRS of 0.5 mV, 100 ms wide, 80/min, as the standard asks; rates shown from 40 s on.");
        page.columns("disturbance", "shown, /min");
        disturbed(page, "none", seconds -> 0);
        disturbed(page, "drift: triangle of 4 mV peak to peak at 0.1 Hz", seconds -> {
            double phase = seconds * 0.1 - Math.floor(seconds * 0.1);
            return 4 * Math.abs(2 * phase - 1) - 2;
        });
        for (int hertz : List.of(50, 60)) {
            for (double peakToPeak : List.of(0.1, 0.5, 1.0)) {
                disturbed(
                        page,
                        String.format(Locale.ROOT, "mains: %.1f mV peak to peak at %d Hz", peakToPeak, hertz),
                        seconds -> peakToPeak / 2 * StrictMath.sin(2 * Math.PI * hertz * seconds));
            }
        }
        page.line("");
    }

    private void disturbed(Page page, String name, DoubleUnaryOperator disturbance) {
        TestWaveform signal = TestRhythms.disturbed(80, disturbance, Bench.RATE);
        page.row(name, Times.rates(bench.play(signal).heartRates(SETTLED_SECONDS, SECONDS)));
    }

    private void pacing(Page page) {
        page.heading("Pacemaker pulses");
        page.paragraph(
                "The standard's pulses (±2 to ±700 mV, 0.1 to 2 ms) are a matter of the amplifier: at 360 samples a"
                        + " second a pulse is at most one sample, as high as its area allows. rwave has no pacer channel and blanks"
                        + " what jumps out of rest and is back within 2 ms. What is measured here is what such a signal shows:"
                        + " pulses one sample high, six tenths of it in the second lead, with and without a beat after them.");
        page.columns(
                "pulse",
                "effective pacing at 60/min: shown",
                "pulses alone at 80/min after 40 s of rhythm: shown",
                "asystole alarm");
        for (double millivolts : List.of(1.0, 2.0, -2.0, 10.0, -10.0)) {
            TestWaveform.Builder effective = TestRhythms.regular(60, 1, 0.1, 0.2, SECONDS, Bench.RATE);
            for (double beat = 0.5; beat < SECONDS - 0.5; beat += 1) {
                effective.pulse(beat - 0.09, millivolts);
            }
            Outcome alone = bench.play(TestRhythms.ineffectivePacing(millivolts, Bench.RATE));
            OptionalDouble alarm = alone.firstAlarm(SETTLED_SECONDS, EnumSet.of(ASYSTOLE));
            page.row(
                    String.format(Locale.ROOT, "%+.0f mV", millivolts),
                    Times.rates(bench.play(effective.build()).heartRates(SETTLED_SECONDS, SECONDS)),
                    Times.rates(alone.heartRates(SETTLED_SECONDS + 15, SECONDS)),
                    alarm.isPresent()
                            ? String.format(
                                    Locale.ROOT, "after %.1f s", alarm.getAsDouble() - TestRhythms.stepSeconds(0))
                            : "**never**");
        }
        page.line("");
    }
}
