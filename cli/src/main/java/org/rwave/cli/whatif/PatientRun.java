package org.rwave.cli.whatif;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.recording.RecordingException;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import org.rwave.producer.ReplaySource;

/** One recording through two monitors that differ in their alarm settings only. The patient's id is the record's name. */
final class PatientRun {
    private final WardAlarmSettings before;
    private final WardAlarmSettings after;
    private final Duration start;
    private final Optional<Duration> duration;

    PatientRun(WardAlarmSettings before, WardAlarmSettings after, Duration start, Optional<Duration> duration) {
        this.before = before;
        this.after = after;
        this.start = start;
        this.duration = duration;
    }

    PatientBurden of(ReplaySource source, BeatClassifier classifier) throws IOException {
        PatientBurden burden = new PatientBurden(source.name());
        OnceClassified shared = new OnceClassified(classifier);
        try (Recording recording = source.open()) {
            SamplingRate rate = recording.rate();
            long begin = rate.samplesIn(start);
            long end = duration.map(length -> begin + rate.samplesIn(length)).orElse(Long.MAX_VALUE);
            RecordingChunks chunks =
                    new RecordingChunks(recording, Math.max(1, rate.samplesIn(Duration.ofSeconds(1))), 0);
            long monitoredFrom = 0;
            PatientMonitor first = null;
            PatientMonitor second = null;
            Optional<WaveformChunk> chunk = chunks.next();
            for (; chunk.isPresent() && chunk.get().firstSampleIndex() < end; chunk = chunks.next()) {
                if (chunk.get().endSampleIndex() <= begin) {
                    continue;
                }
                if (first == null) {
                    first = monitor(source, before, shared.first(), chunk.get());
                    second = monitor(source, after, shared.second(), chunk.get());
                    monitoredFrom = chunk.get().firstSampleIndex();
                }
                first.accept(chunk.get()).alarms().forEach(burden::before);
                second.accept(chunk.get()).alarms().forEach(burden::after);
            }
            if (first == null) {
                throw new RecordingException(
                        "record " + source.name() + " has no samples after " + start.toSeconds() + " s");
            }
            first.finish().alarms().forEach(burden::before);
            second.finish().alarms().forEach(burden::after);
            burden.lasted(rate.secondsAt(first.nextSampleIndex() - monitoredFrom));
            return burden;
        }
    }

    private static PatientMonitor monitor(
            ReplaySource source, WardAlarmSettings ward, BeatClassifier classifier, WaveformChunk first) {
        MonitorSettings settings =
                MonitorSettings.defaults().withAlarms(ward.of(source.name()).settings());
        return new PatientMonitor(settings, classifier, first);
    }
}
