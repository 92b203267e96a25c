package org.rwave.cli.disclose;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.TestWaveform;

/** Plays test signals to the monitor. Every time is measured five times, at five places in the monitor's second. */
final class Bench {
    static final SamplingRate RATE = new SamplingRate(360);
    private static final List<Double> PHASES = List.of(0.0, 0.13, 0.29, 0.41, 0.67);

    private final BeatClassifier classifier;

    /** Makes the signal of one trial. */
    interface Trial {
        TestWaveform at(double phaseSeconds);
    }

    /** Where in the trial's signal the clock starts. */
    interface Start {
        double seconds(double phaseSeconds, TestWaveform signal);
    }

    Bench(BeatClassifier classifier) {
        this.classifier = classifier;
    }

    Outcome play(TestWaveform signal) {
        return Outcome.of(signal.chunks(Outcome.chunkSamples(signal.rate().hertz())), classifier);
    }

    /** Seconds from the start of the clock until the first alarm of one of {@code kinds}. */
    List<OptionalDouble> timeToAlarm(Trial trial, Start start, Set<AlarmKind> kinds) {
        return times(trial, start, (outcome, from) -> outcome.firstAlarm(from, kinds));
    }

    /** The kind that came first after {@code fromSeconds}, of each trial in which one of {@code kinds} came. */
    List<AlarmKind> firstAlarms(Trial trial, double fromSeconds, Set<AlarmKind> kinds) {
        return PHASES.stream()
                .flatMap(phase -> play(trial.at(phase)).firstAlarmKind(fromSeconds, kinds).stream())
                .toList();
    }

    /** Seconds from the start of the clock until a rate as {@code wanted} is shown. */
    List<OptionalDouble> timeToRate(Trial trial, Start start, DoublePredicate wanted) {
        return times(trial, start, (outcome, from) -> outcome.firstShown(from, wanted));
    }

    private interface Event {
        OptionalDouble in(Outcome outcome, double fromSeconds);
    }

    private List<OptionalDouble> times(Trial trial, Start start, Event event) {
        List<OptionalDouble> times = new ArrayList<>();
        for (double phase : PHASES) {
            TestWaveform signal = trial.at(phase);
            double from = start.seconds(phase, signal);
            OptionalDouble at = event.in(play(signal), from);
            times.add(at.isPresent() ? OptionalDouble.of(at.getAsDouble() - from) : at);
        }
        return times;
    }
}
