package org.rwave.cli.disclose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.signal.WaveformChunk;

/** What the monitor said of one test signal, and when it was said: seconds of signal that had been taken by then. */
final class Outcome {
    /** Chunks of 10 ms: what is said is dated to within that. */
    private static final double CHUNK_SECONDS = 0.01;

    /** One fact and when it came out. */
    private record Said<T>(double atSeconds, T fact) {}

    private final List<Said<VitalSigns>> vitals = new ArrayList<>();
    private final List<Said<AlarmEvent>> starts = new ArrayList<>();

    private Outcome() {}

    /** Plays {@code chunks} to a new monitor with default settings. */
    static Outcome of(Iterable<WaveformChunk> chunks, BeatClassifier classifier) {
        Outcome outcome = new Outcome();
        PatientMonitor monitor = null;
        for (WaveformChunk chunk : chunks) {
            if (monitor == null) {
                monitor = new PatientMonitor(MonitorSettings.defaults(), classifier, chunk);
            }
            outcome.add(chunk.rate().secondsAt(chunk.endSampleIndex()), monitor.accept(chunk));
        }
        return outcome;
    }

    /** Samples in one chunk at {@code hertz}. */
    static int chunkSamples(double hertz) {
        return Math.max(1, (int) Math.round(CHUNK_SECONDS * hertz));
    }

    private void add(double seconds, Facts facts) {
        facts.vitals().forEach(sign -> vitals.add(new Said<>(seconds, sign)));
        facts.alarms().stream()
                .filter(event -> event.phase() == AlarmPhase.START)
                .forEach(event -> starts.add(new Said<>(seconds, event)));
    }

    /** The heart rates shown from {@code from} to {@code to} seconds; a second without one is NaN. */
    List<Double> heartRates(double from, double to) {
        return vitals.stream()
                .filter(said -> said.atSeconds() >= from && said.atSeconds() <= to)
                .map(said -> said.fact().heartRate().orElse(Double.NaN))
                .toList();
    }

    /** Whether a rate is shown throughout from {@code from} to {@code to}, and each is as wanted. */
    boolean isShown(double from, double to, DoublePredicate wanted) {
        List<Double> rates = heartRates(from, to);
        return !rates.isEmpty() && rates.stream().allMatch(wanted::test);
    }

    /** When a rate as {@code wanted} is first shown after {@code from}. */
    OptionalDouble firstShown(double from, DoublePredicate wanted) {
        return vitals.stream()
                .filter(said -> said.atSeconds() > from)
                .filter(said -> wanted.test(said.fact().heartRate().orElse(Double.NaN)))
                .mapToDouble(Said::atSeconds)
                .findFirst();
    }

    /** When the first alarm of one of {@code kinds} started after {@code from}. */
    OptionalDouble firstAlarm(double from, Set<AlarmKind> kinds) {
        return firstStart(from, kinds).stream().mapToDouble(Said::atSeconds).findFirst();
    }

    /** Its kind. */
    Optional<AlarmKind> firstAlarmKind(double from, Set<AlarmKind> kinds) {
        return firstStart(from, kinds).map(said -> said.fact().kind());
    }

    private Optional<Said<AlarmEvent>> firstStart(double from, Set<AlarmKind> kinds) {
        return starts.stream()
                .filter(said ->
                        said.atSeconds() > from && kinds.contains(said.fact().kind()))
                .findFirst();
    }
}
