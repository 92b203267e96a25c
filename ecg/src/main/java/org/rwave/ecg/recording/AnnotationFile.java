package org.rwave.ecg.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.rwave.ecg.signal.SamplingRate;

/** Reads and writes annotation files in MIT format (WFDB, annot(5)). */
public final class AnnotationFile {
    private AnnotationFile() {}

    /**
     * Reads all annotations, in file order, positions as they stand in the file.
     *
     * @throws RecordingException naming file and byte offset when the file is truncated or not in MIT format
     */
    public static List<Annotation> read(Path file) throws IOException {
        return readSet(file).annotations();
    }

    /** Reads all annotations, positions brought to {@code rate} where the file states another time resolution. */
    public static List<Annotation> read(Path file, SamplingRate rate) throws IOException {
        return readSet(file).at(rate).annotations();
    }

    /** Reads all annotations with the file's time resolution and its own definitions of codes. */
    public static AnnotationSet readSet(Path file) throws IOException {
        try {
            return new AnnotationDecoder(file, Files.readAllBytes(file)).decode();
        } catch (NoSuchFileException e) {
            throw new RecordingException("annotation file " + file + " is not there", e);
        }
    }

    /**
     * Writes {@code annotations}, sorted by position (equal positions keep their order). The file appears whole or not at
     * all.
     *
     * @throws IllegalArgumentException when a field is out of the format's range
     */
    public static void write(Path file, List<Annotation> annotations) throws IOException {
        write(file, AnnotationSet.of(annotations));
    }

    /** Writes annotations with their time resolution and definitions of codes. */
    public static void write(Path file, AnnotationSet annotations) throws IOException {
        byte[] bytes = new AnnotationEncoder().encode(annotations);
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.write(unfinished, bytes);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
