package org.rwave.cli.annotate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.AnnotationSet;
import org.rwave.ecg.recording.RecordTimeBase;
import org.rwave.ecg.signal.SamplingRate;

/**
 * What the monitor said about one record.
 *
 * @param record path of the recording without ending
 * @param rate of the samples
 * @param samples read, per lead
 * @param beats in order
 * @param annotations beats and rhythm as WFDB has them, in order
 * @param alarms raised
 * @param seconds of wall time that it took
 */
record AnnotatedRecord(
        Path record,
        SamplingRate rate,
        long samples,
        List<ClassifiedBeat> beats,
        List<Annotation> annotations,
        long alarms,
        double seconds) {
    String name() {
        return record.getFileName().toString().replaceFirst("\\.(hea|edf|bdf)$", "");
    }

    long count(BeatClass beatClass) {
        return beats.stream().filter(beat -> beat.beatClass() == beatClass).count();
    }

    double recordedSeconds() {
        return rate.secondsAt(samples);
    }

    /** Writes the annotations; the file states its time resolution where positions do not count the record's frames. */
    Path write(Path folder, String annotator) throws IOException {
        boolean countsFrames = frameRate(record).map(rate::equals).orElse(true);
        Path file = folder.resolve(name() + "." + annotator);
        AnnotationFile.write(
                file, new AnnotationSet(annotations, countsFrames ? Optional.empty() : Optional.of(rate), List.of()));
        return file;
    }

    /** Frames per second by the record's WFDB header; empty when it has none. */
    static Optional<SamplingRate> frameRate(Path record) throws IOException {
        Path header = record.resolveSibling(record.getFileName() + ".hea");
        return Files.isRegularFile(header)
                ? Optional.of(RecordTimeBase.read(header).rate())
                : Optional.empty();
    }
}
