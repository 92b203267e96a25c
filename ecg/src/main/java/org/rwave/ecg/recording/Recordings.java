package org.rwave.ecg.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Opens recordings, whatever their file format: WFDB records, EDF and BDF files. */
public final class Recordings {
    private Recordings() {}

    /**
     * Opens a recording with one value per frame: a WFDB record, given its path with or without {@code .hea}, or an EDF
     * file.
     *
     * @throws RecordingException naming record, file and byte offset when it cannot be read as it is
     */
    public static Recording open(Path path) throws IOException {
        return open(path, Resolution.FRAME);
    }

    /** Opens a recording at the resolution asked for. */
    public static Recording open(Path path, Resolution resolution) throws IOException {
        if (isEdf(path)) {
            return openEdf(EdfHeaderParser.read(path), resolution);
        }
        RecordHeader header = HeaderParser.read(headerFile(path));
        if (!header.segments().isEmpty()) {
            return openSegments(header, resolution);
        }
        if (header.signals().isEmpty()) {
            throw new RecordingException(
                    "record " + header.name() + ": header " + header.file() + " has no signals (line at byte 0)");
        }
        int points = resolution == Resolution.FULL ? header.maxSamplesPerFrame() : 1;
        return openSegment(header, points);
    }

    /**
     * Opens the ECG leads of a recording at their full rate: what a monitor wants. Signals that are, by unit and label, no
     * ECG are left out.
     *
     * @throws RecordingException also when there is no ECG lead
     */
    public static Recording openEcg(Path path) throws IOException {
        Recording all = open(path, Resolution.FULL);
        boolean isOpen = false;
        try {
            List<RecordedSignal> signals = all.signals();
            int[] ecg = IntStream.range(0, signals.size())
                    .filter(i -> signals.get(i).isEcg())
                    .toArray();
            if (ecg.length == 0) {
                throw new RecordingException("record " + all.name() + " (" + path + ") has no ECG lead; it has "
                        + String.join(
                                ", ", signals.stream().map(RecordedSignal::name).toList()));
            }
            isOpen = true;
            return ecg.length == signals.size() ? all : new SelectedSignals(all, ecg);
        } finally {
            if (!isOpen) {
                all.close();
            }
        }
    }

    /** The file with the annotations that {@code annotator} made of the recording at {@code path}: same name, other end. */
    public static Path annotationFile(Path path, String annotator) {
        return path.resolveSibling(bareName(path) + "." + annotator);
    }

    /**
     * The texts inside an EDF+ file, as comments whose positions count the samples that {@link #open(Path, Resolution)}
     * gives at {@code resolution}.
     */
    public static List<Annotation> edfAnnotations(Path path, Resolution resolution) throws IOException {
        return EdfAnnotations.read(path, resolution);
    }

    /** Whether {@code path} is named like an EDF or BDF file. */
    static boolean isEdf(Path path) {
        String lower = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return lower.endsWith(".edf") || lower.endsWith(".bdf");
    }

    private static Path headerFile(Path path) {
        return path.resolveSibling(bareName(path) + ".hea");
    }

    private static String bareName(Path path) {
        String fileName = path.getFileName().toString();
        boolean hasEnding = fileName.endsWith(".hea") || isEdf(path);
        return hasEnding ? fileName.substring(0, fileName.length() - 4) : fileName;
    }

    private static Recording openEdf(EdfHeader edf, Resolution resolution) throws IOException {
        RecordHeader header = edf.record();
        int[] sampled = edf.sampled();
        if (sampled.length == 0 || !(edf.secondsPerRecord() > 0)) {
            throw new RecordingException("recording " + header.name() + ": file " + header.file()
                    + " holds annotations alone, no signals (byte 244)");
        }
        Recording all = openSegment(header, edf.points(resolution));
        return sampled.length == header.signals().size() ? all : new SelectedSignals(all, sampled);
    }

    private static Recording openSegment(RecordHeader header, int points) throws IOException {
        SegmentReader reader = new SegmentReader(header, points, 0);
        return FramedRecording.over(reader, header, header.signals(), points, reader.frames());
    }

    private static Recording openSegments(RecordHeader header, Resolution resolution) throws IOException {
        SegmentLayout layout = SegmentLayout.of(header);
        int points = resolution == Resolution.FULL ? layout.maxSamplesPerFrame() : 1;
        MultiSegmentReader reader = new MultiSegmentReader(header, layout, points);
        return FramedRecording.over(reader, header, layout.signals(), points, reader.frames());
    }
}
