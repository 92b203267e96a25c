package org.rwave.cli.disclose;

import static org.rwave.ecg.alarm.AlarmKind.ASYSTOLE;
import static org.rwave.ecg.alarm.AlarmKind.EXTREME_BRADYCARDIA;
import static org.rwave.ecg.alarm.AlarmKind.EXTREME_TACHYCARDIA;
import static org.rwave.ecg.alarm.AlarmKind.VENTRICULAR_TACHYCARDIA;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPriority;
import org.rwave.ecg.simulate.TestRhythms;
import org.rwave.ecg.simulate.TestWaveform;

/** Time to alarm. */
final class AlarmSection {
    /** Whatever says of a tachycardia that it is one, urgently. */
    private static final Set<AlarmKind> TACHYCARDIAS =
            EnumSet.of(VENTRICULAR_TACHYCARDIA, EXTREME_TACHYCARDIA, AlarmKind.VENTRICULAR_FIBRILLATION);

    private static final Set<AlarmKind> HIGH = Arrays.stream(AlarmKind.values())
            .filter(kind -> kind.priority() == AlarmPriority.HIGH)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(AlarmKind.class)));

    private static final List<Double> SHARES = List.of(0.5, 1.0, 2.0);
    private static final int QUALIFYING_BEATS = 5;

    private final Bench bench;

    AlarmSection(Bench bench) {
        this.bench = bench;
    }

    void write(Page page) {
        tachycardia(page);
        others(page);
    }

    private void tachycardia(Page page) {
        page.heading("Time to alarm for tachycardia");
        page.paragraph(
                "Ventricular tachycardia out of 80/min after the description of figures 4a (1 mV, 206/min) and 4b"
                        + " (2 mV, 195/min), at half, full and double amplitude; from its first beat to the first high-priority alarm."
                        + " Five trials, mean and range; in brackets in how many"
                        + " trials which alarm came first.");
        page.columns("waveform", "amplitude", "alarm", "time", "Philips MP2", "GE B20", "Mindray");
        for (double share : SHARES) {
            String philips = share == 1 ? "6.1 to 6.9 s" : share < 1 ? "up to 8.4 s" : "not in our sources";
            tachycardia(page, "4a", 206, share, philips);
        }
        for (double share : SHARES) {
            String philips = share == 1 ? "5.7 to 6.5 s" : share < 1 ? "up to 8.4 s" : "not in our sources";
            tachycardia(page, "4b", 195, 2 * share, philips);
        }
        page.line("");
    }

    /** Each kind with the number of trials in which it came first. */
    private static String names(List<AlarmKind> kinds) {
        return kinds.isEmpty()
                ? "none"
                : kinds.stream()
                        .distinct()
                        .map(kind -> name(kind) + " (" + Collections.frequency(kinds, kind) + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String name(AlarmKind kind) {
        String title = kind.title().toLowerCase(Locale.ROOT);
        return TACHYCARDIAS.contains(kind) ? title : "**" + title + "**, which is wrong";
    }

    private void tachycardia(Page page, String name, int perMinute, double millivolts, String philips) {
        Bench.Trial trial = phase -> TestRhythms.tachycardia(perMinute, millivolts, phase, Bench.RATE);
        Bench.Start start = (phase, signal) -> runBeat(signal, phase, 1) - 0.05;
        page.row(
                name + ", " + perMinute + "/min",
                String.format(Locale.ROOT, "%.1f mV", millivolts),
                names(bench.firstAlarms(trial, TestRhythms.LEARNING_SECONDS, HIGH)),
                Times.text(bench.timeToAlarm(trial, start, HIGH)),
                philips,
                "4.4 to 9.9 s",
                "< 11 s");
    }

    /** Instant of beat {@code number} (from 1) of the run that follows the last beat at 80/min. */
    private static double runBeat(TestWaveform signal, double phase, int number) {
        return signal.beatSeconds().stream()
                .filter(beat -> beat > TestRhythms.stepSeconds(phase) + 1e-3)
                .sorted(Comparator.naturalOrder())
                .skip(number - 1L)
                .findFirst()
                .orElseThrow();
    }

    private void others(Page page) {
        page.heading("Time to alarm for standstill, ventricular tachycardia and extreme rates");
        page.paragraph(
                "Five trials, mean and range, signal time. To it come, live, the chunk in which the deciding sample"
                        + " travels and the pipeline (docs/performance.md). A ventricular tachycardia that is told as fibrillation or flutter,"
                        + " or by its rate, counts. One that is announced by something worse is not announced by its rate as well.");
        page.columns("event", "from", "to the alarm", "goal");
        Bench.Start lastBeat = (phase, signal) -> TestRhythms.stepSeconds(phase);
        page.row(
                "standstill",
                "last beat",
                Times.text(bench.timeToAlarm(
                        phase -> TestRhythms.standstill(phase, 12, Bench.RATE), lastBeat, EnumSet.of(ASYSTOLE))),
                "4.0 to 4.5 s");
        for (int perMinute : List.of(120, 150, 180, 220)) {
            page.row(
                    "ventricular tachycardia, " + perMinute + "/min",
                    "its fifth beat",
                    Times.text(bench.timeToAlarm(
                            phase -> TestRhythms.tachycardia(perMinute, 1.3, phase, Bench.RATE),
                            (phase, signal) -> runBeat(signal, phase, QUALIFYING_BEATS),
                            TACHYCARDIAS)),
                    "within 0.5 s");
        }
        for (int perMinute : List.of(150, 180, 220)) {
            Bench.Trial trial = phase -> TestRhythms.step(perMinute, phase, 25, Bench.RATE);
            page.row(
                    "tachycardia, 80 to " + perMinute + "/min: by its rate",
                    "last beat at 80/min",
                    Times.text(bench.timeToAlarm(trial, lastBeat, EnumSet.of(EXTREME_TACHYCARDIA))),
                    "at most 7 s");
            page.row(
                    "the same, whatever alarm came first: "
                            + names(bench.firstAlarms(trial, TestRhythms.LEARNING_SECONDS, HIGH)),
                    "last beat at 80/min",
                    Times.text(bench.timeToAlarm(trial, lastBeat, HIGH)),
                    "at most 7 s");
        }
        for (int perMinute : List.of(38, 35, 30, 20)) {
            page.row(
                    "bradycardia, 80 to " + perMinute + "/min",
                    "last beat at 80/min",
                    Times.text(bench.timeToAlarm(
                            phase -> TestRhythms.step(perMinute, phase, 25, Bench.RATE),
                            lastBeat,
                            EnumSet.of(EXTREME_BRADYCARDIA))),
                    "at most 7 s");
        }
        page.line("");
    }
}
