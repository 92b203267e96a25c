package org.rwave.cli.annotate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.annotate.FactAnnotations;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.BeatSource;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.AnnotationSet;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.recording.RecordingException;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.processor.alarmsettings.WardAlarmSettings;

/** Drives a {@link PatientMonitor} over one recording from start to end. */
final class RecordAnnotator {
    private final BeatClassifier classifier;
    private final BeatSource beatSource;
    private final String referenceAnnotator;
    private final WardAlarmSettings alarms;

    /** @param alarms the patient's id is the name of the record */
    RecordAnnotator(
            BeatClassifier classifier, BeatSource beatSource, String referenceAnnotator, WardAlarmSettings alarms) {
        this.classifier = classifier;
        this.beatSource = beatSource;
        this.referenceAnnotator = referenceAnnotator;
        this.alarms = alarms;
    }

    /** What the monitor says about the recording at {@code path}. */
    AnnotatedRecord annotate(Path path) throws IOException {
        long started = System.nanoTime();
        try (Recording recording = Recordings.openEcg(path)) {
            SamplingRate rate = recording.rate();
            long[] reference = beatSource == BeatSource.REFERENCE ? referenceBeats(path, rate) : new long[0];
            int second = Math.max(1, (int) Math.round(rate.hertz()));
            RecordingChunks chunks = new RecordingChunks(recording, second, 0);
            WaveformChunk first = chunks.next()
                    .orElseThrow(() -> new RecordingException("record " + recording.name() + " has no samples"));
            MonitorSettings settings = MonitorSettings.defaults()
                    .withBeatSource(beatSource)
                    .withAlarms(alarms.of(recording.name()).settings());
            PatientMonitor monitor = new PatientMonitor(settings, classifier, first);
            FactAnnotations annotations = new FactAnnotations(rate);
            List<ClassifiedBeat> beats = new ArrayList<>();
            long alarms = 0;
            for (Optional<WaveformChunk> chunk = Optional.of(first); chunk.isPresent(); chunk = chunks.next()) {
                Facts facts = monitor.accept(chunk.get(), within(chunk.get(), reference));
                alarms += collect(facts, beats);
                annotations.add(facts);
            }
            long samples = monitor.nextSampleIndex();
            Facts facts = monitor.finish();
            alarms += collect(facts, beats);
            annotations.add(facts);
            return new AnnotatedRecord(
                    path,
                    rate,
                    samples,
                    List.copyOf(beats),
                    annotations.annotations(samples),
                    alarms,
                    (System.nanoTime() - started) / 1e9);
        }
    }

    /** Keeps the beats and counts the alarms that start. */
    private static long collect(Facts facts, List<ClassifiedBeat> beats) {
        beats.addAll(facts.beats());
        return facts.alarms().stream()
                .map(AlarmEvent::phase)
                .filter(AlarmPhase.START::equals)
                .count();
    }

    private static long[] within(WaveformChunk chunk, long[] reference) {
        int from = insertionPoint(reference, chunk.firstSampleIndex());
        int to = insertionPoint(reference, chunk.endSampleIndex());
        return Arrays.copyOfRange(reference, from, to);
    }

    private static int insertionPoint(long[] sorted, long value) {
        int found = Arrays.binarySearch(sorted, value);
        return found >= 0 ? found : -found - 1;
    }

    /** Positions of the reference beats on the axis of the samples, ascending, each once. */
    private long[] referenceBeats(Path path, SamplingRate rate) throws IOException {
        AnnotationSet file = AnnotationFile.readSet(Recordings.annotationFile(path, referenceAnnotator));
        OptionalDouble frameRate = AnnotatedRecord.frameRate(path).stream()
                .mapToDouble(SamplingRate::hertz)
                .findFirst();
        double stored = file.resolution().map(SamplingRate::hertz).orElse(frameRate.orElse(rate.hertz()));
        return file.annotations().stream()
                .filter(annotation -> annotation.code().isBeat())
                .mapToLong(Annotation::sampleIndex)
                .map(position -> Math.round(position * (rate.hertz() / stored)))
                .sorted()
                .distinct()
                .toArray();
    }
}
