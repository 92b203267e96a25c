package org.rwave.ecg.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads the texts in the annotation signals of an EDF+ file (Kemp and Olivan 2003, section 2.2): lists of
 * {@code +onset[0x15 duration]0x14 text 0x14 ... 0x00}, seconds since the start of the file.
 */
final class EdfAnnotations {
    private static final char TEXT_END = 0x14;
    private static final char DURATION = 0x15;
    private static final int MAX_AUX_BYTES = 254;

    private final Path file;
    private final double samplesPerSecond;
    private final List<Annotation> annotations = new ArrayList<>();

    private EdfAnnotations(Path file, double samplesPerSecond) {
        this.file = file;
        this.samplesPerSecond = samplesPerSecond;
    }

    /** All texts as comments, in order of time; a duration in seconds follows the text in brackets. */
    static List<Annotation> read(Path file, Resolution resolution) throws IOException {
        EdfHeader header = EdfHeaderParser.read(file);
        RecordHeader record = header.record();
        EdfAnnotations reader = new EdfAnnotations(file, record.framesPerSecond() * header.points(resolution));
        int valuesPerFrame = record.signals().stream()
                .mapToInt(StoredSignal::samplesPerFrame)
                .sum();
        StoredSignal any = record.signals().get(0);
        try (SignalFile bytes = new SignalFile(
                record.name(), file, StorageFormat.OFFSET_8, any.byteOffset(), valuesPerFrame * sampleBytes(any))) {
            long frames = record.frames().orElse(bytes.frames());
            bytes.requireFrames(frames);
            for (long frame = 0; frame < frames; frame++) {
                bytes.load(frame, 1);
                reader.takeRecord(record, bytes.values());
            }
        }
        reader.annotations.sort(Comparator.comparingLong(Annotation::sampleIndex));
        return List.copyOf(reader.annotations);
    }

    private static int sampleBytes(StoredSignal signal) {
        return signal.format().groupBytes();
    }

    private void takeRecord(RecordHeader record, int[] values) throws RecordingException {
        int at = 0;
        for (StoredSignal signal : record.signals()) {
            int length = signal.samplesPerFrame() * sampleBytes(signal);
            if (EdfHeaderParser.isAnnotations(signal.name())) {
                takeLists(text(values, at, length));
            }
            at += length;
        }
    }

    /** Format 80 gives bytes less 128. */
    private static String text(int[] values, int from, int length) {
        byte[] bytes = new byte[length];
        IntStream.range(0, length).forEach(i -> bytes[i] = (byte) (values[from + i] + 128));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void takeLists(String lists) throws RecordingException {
        for (String list : lists.split("\0", -1)) {
            int headEnd = list.indexOf(TEXT_END);
            if (headEnd > 0) {
                take(list.substring(0, headEnd), list.substring(headEnd + 1));
            }
        }
    }

    private void take(String head, String texts) throws RecordingException {
        String[] onsetAndDuration = head.split(String.valueOf(DURATION), 2);
        double onset;
        try {
            onset = Double.parseDouble(onsetAndDuration[0]);
        } catch (NumberFormatException e) {
            throw new RecordingException(
                    "recording " + file + ": an annotation starts at \""
                            + onsetAndDuration[0].replaceAll("\\p{Cntrl}", "?") + "\", not at a number of seconds",
                    e);
        }
        String duration = onsetAndDuration.length == 2 ? " [" + onsetAndDuration[1] + " s]" : "";
        for (String text : texts.split(String.valueOf(TEXT_END), -1)) {
            if (!text.isEmpty()) {
                annotations.add(new Annotation(
                        Math.round(onset * samplesPerSecond),
                        AnnotationCode.COMMENT,
                        0,
                        0,
                        0,
                        shortened(text + duration)));
            }
        }
    }

    /** The MIT format holds 254 bytes. */
    private static String shortened(String text) {
        String shorter = text.replace("\0", "");
        while (shorter.getBytes(StandardCharsets.UTF_8).length > MAX_AUX_BYTES) {
            shorter = shorter.substring(0, shorter.length() - 1);
        }
        return shorter;
    }
}
