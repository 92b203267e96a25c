package org.rwave.trainer.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.ecg.signal.SamplingRate;

/**
 * The only way to a recording in this module. The door for training opens DS1 alone; a record of the test set, or any
 * other, is refused before its file is touched. The door for evaluation opens everything and belongs to {@code rwave
 * evaluate}; that for intra-patient rows belongs to {@code rwave data kaggle}, whose files no beat classifier learns from.
 */
public final class RecordAccess {
    private final Path folder;
    private final boolean forTraining;

    private RecordAccess(Path folder, boolean forTraining) {
        this.folder = folder;
        this.forTraining = forTraining;
    }

    /** Opens the records of DS1 in {@code folder} and nothing else. */
    public static RecordAccess forTraining(Path folder) {
        return new RecordAccess(folder, true);
    }

    /** Opens any record in {@code folder}. Who calls this writes a line to the log of DS2. */
    public static RecordAccess forEvaluation(Path folder) {
        return new RecordAccess(folder, false);
    }

    /**
     * Opens any record in {@code folder} for the Kaggle heartbeat files, which mix the beats of all patients and are for
     * networks over their rows alone.
     */
    public static RecordAccess forIntraPatientRows(Path folder) {
        return new RecordAccess(folder, false);
    }

    /**
     * Opens a recording of another data base, given by its path.
     *
     * @throws IllegalArgumentException when it is named like a record of MIT-BIH
     */
    public static Recording openForeign(Path path) throws IOException {
        requireForeign(path);
        return Recordings.open(path);
    }

    /** The reference annotations beside a recording of another data base, in time order. Same refusal as above. */
    public static List<Annotation> foreignAnnotations(Path path, SamplingRate rate) throws IOException {
        requireForeign(path);
        return AnnotationFile.read(path.resolveSibling(name(path) + ".atr"), rate);
    }

    private static void requireForeign(Path path) {
        String name = name(path);
        if (DataSplit.DS1.records().contains(name) || DataSplit.DS2.records().contains(name)) {
            throw new IllegalArgumentException(path + " is named like a record of MIT-BIH, which is not read this way");
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString().replaceFirst("\\.hea$", "");
    }

    /**
     * Opens {@code record}.
     *
     * @throws IllegalArgumentException when training may not see it
     */
    public Recording open(String record) throws IOException {
        return Recordings.open(allowed(record));
    }

    /** The reference annotations of {@code recording}, all types, in time order. Same refusal as {@link #open}. */
    public List<Annotation> annotations(Recording recording) throws IOException {
        Path file = allowed(recording.name()).resolveSibling(recording.name() + ".atr");
        return AnnotationFile.read(file, recording.rate());
    }

    /** {@code record} in memory, its beats classified by {@code mapping}. Same refusal as {@link #open}. */
    PlayableRecord load(String record, ClassMapping mapping) throws IOException {
        try (Recording recording = open(record)) {
            return new PlayableRecord(
                    LoadedRecording.of(recording), ReferenceBeats.of(annotations(recording), mapping));
        }
    }

    /**
     * A recording of pure noise, from folder {@code nstdb} beside the records' folder. No patient's signal is in it, so
     * training may have it.
     *
     * @throws IllegalArgumentException when it is not there
     */
    LoadedRecording noise(NoiseKind kind) throws IOException {
        Path path = folder.resolveSibling("nstdb").resolve(kind.recordName());
        Path header = path.resolveSibling(path.getFileName() + ".hea");
        if (!Files.isRegularFile(header)) {
            throw new IllegalArgumentException("a variant asks for noise " + kind.recordName() + ", but there is no "
                    + header + "; fetch it with 'rwave data fetch nstdb'");
        }
        try (Recording recording = Recordings.open(path)) {
            return LoadedRecording.of(recording);
        }
    }

    /** The noises whose recordings are there. */
    public List<NoiseKind> noises() {
        return Arrays.stream(NoiseKind.values())
                .filter(kind ->
                        Files.isRegularFile(folder.resolveSibling("nstdb").resolve(kind.recordName() + ".hea")))
                .toList();
    }

    /** {@code record} in the noise stress test: {@link NoiseStress}. Same refusals as {@link #open} and {@link #noise}. */
    public Recording stressed(String record, NoiseKind kind, double decibels) throws IOException {
        try (Recording recording = open(record)) {
            return NoiseStress.add(LoadedRecording.of(recording), annotations(recording), noise(kind), decibels);
        }
    }

    private Path allowed(String record) {
        if (forTraining && !DataSplit.DS1.records().contains(record)) {
            String reason = DataSplit.DS2.records().contains(record)
                    ? "it belongs to the test set DS2, which 'rwave evaluate' alone may read"
                    : "it is not in the training set DS1";
            throw new IllegalArgumentException("record " + record + " must not be used in training: " + reason);
        }
        return folder.resolve(record);
    }
}
