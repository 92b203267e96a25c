package org.rwave.producer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.signal.SamplingRate;

/** A recording on disk with the annotation file beside it, if there is one. */
public final class RecordedSource implements ReplaySource {
    private static final String REFERENCE_ANNOTATOR = "atr";

    private final Path path;
    private final String name;

    /**
     * The ECG leads of the recording at {@code path}.
     *
     * @throws org.rwave.ecg.recording.RecordingException when it cannot be opened
     */
    public RecordedSource(Path path) throws IOException {
        this.path = path.toAbsolutePath().normalize();
        try (Recording recording = open()) {
            this.name = recording.name();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String origin() {
        Path folder = path.getParent().getFileName();
        return (folder == null ? "" : folder + "/") + name;
    }

    @Override
    public Recording open() throws IOException {
        return Recordings.openEcg(path);
    }

    @Override
    public Optional<Iterator<Annotation>> annotations(SamplingRate rate) throws IOException {
        Path file = Recordings.annotationFile(path, REFERENCE_ANNOTATOR);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<Annotation> annotations = AnnotationFile.read(file, rate);
        return Optional.of(annotations.stream()
                .sorted(Comparator.comparingLong(Annotation::sampleIndex))
                .iterator());
    }
}
