package org.rwave.cli.alarmscore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.cli.CommandFailed;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.AnnotationSet;
import org.rwave.ecg.recording.RecordTimeBase;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.recording.RecordingException;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.score.alarm.AlarmScorer;
import org.rwave.ecg.score.alarm.AlarmSpan;
import org.rwave.ecg.score.alarm.RecordAlarms;
import org.rwave.ecg.score.alarm.ReferenceRhythms;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;

/** Drives a {@link PatientMonitor} with default settings over one recording and scores its alarms. */
final class AlarmRun {
    private final BeatClassifier classifier;
    private final String annotator;

    AlarmRun(BeatClassifier classifier, String annotator) {
        this.classifier = classifier;
        this.annotator = annotator;
    }

    /** The alarms over the recording at {@code path} against its annotations. */
    RecordAlarms score(Path path) throws IOException {
        AnnotationSet annotations = annotations(path);
        try (Recording recording = Recordings.openEcg(path)) {
            SamplingRate rate = recording.rate();
            RecordingChunks chunks = new RecordingChunks(recording, Math.max(1, (int) Math.round(rate.hertz())), 0);
            WaveformChunk first = chunks.next()
                    .orElseThrow(() -> new RecordingException("record " + recording.name() + " has no samples"));
            PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), classifier, first);
            List<AlarmEvent> events = new ArrayList<>();
            for (Optional<WaveformChunk> chunk = Optional.of(first); chunk.isPresent(); chunk = chunks.next()) {
                events.addAll(monitor.accept(chunk.get()).alarms());
            }
            long samples = monitor.nextSampleIndex();
            events.addAll(monitor.finish().alarms());
            return AlarmScorer.score(
                    path.getFileName().toString().replaceFirst("\\.(hea|edf|bdf)$", ""),
                    ReferenceRhythms.of(annotations.at(rate).annotations(), rate, samples),
                    AlarmSpan.of(events, samples),
                    rate,
                    samples);
        }
    }

    private static boolean saysWhatTheHeartDoes(Annotation annotation) {
        return annotation.code() == AnnotationCode.RHYTHM_CHANGE
                || annotation.code() == AnnotationCode.FLUTTER_ONSET
                || annotation.code().isBeat();
    }

    /** The annotations, with the resolution of their positions where the record's header knows it. */
    private AnnotationSet annotations(Path path) throws IOException {
        Path annotationFile = Recordings.annotationFile(path, annotator);
        AnnotationSet file = AnnotationFile.readSet(annotationFile);
        if (file.annotations().stream().noneMatch(AlarmRun::saysWhatTheHeartDoes)) {
            throw new CommandFailed(annotationFile + " names no rhythm and has no beat, so every alarm would be false;"
                    + " leave the record out with --except " + path.getFileName());
        }
        Path header = path.resolveSibling(path.getFileName() + ".hea");
        if (file.resolution().isPresent() || !Files.isRegularFile(header)) {
            return file;
        }
        return new AnnotationSet(
                file.annotations(), Optional.of(RecordTimeBase.read(header).rate()), file.definitions());
    }
}
