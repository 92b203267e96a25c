package org.rwave.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.signal.WaveformChunk;

/**
 * The waveform once more through the same monitor. Keeps every alarm that starts, and beats and samples within the window;
 * the window may be set when the first chunk has told the sampling rate.
 */
final class Recomputation {
    /** What follows the window is read for this long, because a beat is final at most 2.6 s after its R peak. */
    private static final double LATEST_BEAT_SECONDS = 3;

    /** Says what is shown once the first chunk is known. */
    interface WindowChoice {
        Window of(WaveformChunk first);
    }

    private final MonitorSettings settings;
    private final BeatClassifier classifier;
    private final WindowChoice choice;
    private final List<AlarmEvent> starts = new ArrayList<>();
    private final List<ClassifiedBeat> beats = new ArrayList<>();
    private Optional<PatientMonitor> monitor = Optional.empty();
    private Optional<Strip> strip = Optional.empty();
    private long firstSample;

    Recomputation(MonitorSettings settings, BeatClassifier classifier, WindowChoice choice) {
        this.settings = settings;
        this.classifier = classifier;
        this.choice = choice;
    }

    /** Takes the next samples; a chunk of another rate or other leads is left out, as the processor rejects it. */
    void accept(WaveformChunk chunk) {
        if (monitor.isEmpty()) {
            monitor = Optional.of(new PatientMonitor(settings, classifier, chunk));
            strip = Optional.of(new Strip(choice.of(chunk), chunk.rate(), chunk.leads()));
            firstSample = chunk.firstSampleIndex();
        }
        PatientMonitor running = monitor.get();
        if (!chunk.rate().equals(running.rate()) || !chunk.leads().equals(running.leads())) {
            return;
        }
        if (chunk.endSampleIndex() > running.nextSampleIndex()) {
            strip().add(chunk);
            keep(running.accept(chunk));
        }
    }

    /** The feed has ended: what was still open. */
    void finish() {
        monitor.ifPresent(running -> keep(running.finish()));
    }

    private void keep(Facts facts) {
        facts.alarms().stream()
                .filter(event -> event.phase() == AlarmPhase.START)
                .forEach(starts::add);
        facts.beats().stream()
                .filter(beat -> strip().window().holds(beat.sampleIndex()))
                .forEach(beats::add);
    }

    /** Whether everything that the window asks for has been seen. */
    boolean isDone() {
        return monitor.isPresent()
                && monitor.get().nextSampleIndex()
                        >= strip().window().to() + strip().rate().sampleAt(LATEST_BEAT_SECONDS);
    }

    boolean hasBegun() {
        return monitor.isPresent();
    }

    /** Where it began. */
    long firstSample() {
        return firstSample;
    }

    /** The samples within the window; there is none before the first chunk. */
    Strip strip() {
        return strip.orElseThrow();
    }

    /** Every alarm that started, in the order of decision. */
    List<AlarmEvent> starts() {
        return List.copyOf(starts);
    }

    /** The final beats within the window. */
    List<ClassifiedBeat> beats() {
        return List.copyOf(beats);
    }
}
