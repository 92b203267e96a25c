package org.rwave.ecg.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.signal.SamplingRate;

/**
 * Decodes an MIT annotation file (WFDB, annot(5)): 16-bit little-endian words of a 6-bit code and a 10-bit interval or
 * argument.
 */
final class AnnotationDecoder {
    static final int SKIP = 59;
    static final int NUMBER = 60;
    static final int SUBTYPE = 61;
    static final int CHANNEL = 62;
    static final int AUX = 63;

    static final String RESOLUTION = "## time resolution:";
    static final String DEFINITIONS = "## annotation type definitions";
    static final String DEFINITIONS_END = "## end of definitions";

    private final Path file;
    private final byte[] bytes;
    private final List<Annotation> annotations = new ArrayList<>();
    private final List<AnnotationSet.Definition> definitions = new ArrayList<>();
    private Optional<SamplingRate> resolution = Optional.empty();
    private boolean isDefining;
    private boolean isAfterDefinitions;
    private int at;
    private long time;
    private int channel;
    private int number;

    AnnotationDecoder(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    AnnotationSet decode() throws RecordingException {
        boolean isEnd = false;
        while (!isEnd) {
            int word = word();
            isEnd = word == 0;
            if (!isEnd) {
                take(word);
            }
        }
        return new AnnotationSet(annotations, resolution, definitions);
    }

    private void take(int word) throws RecordingException {
        int code = word >> 10;
        if (code == SKIP) {
            time += skip();
        } else if (code > AnnotationCode.USER_49.code()) {
            throw bad(at - 2, "code " + code + " where an annotation starts; codes end at 49");
        } else {
            time += word & 0x3FF;
            keep(annotation(code));
        }
    }

    /** Reads the words that modify an annotation. Channel and number stay for the ones that follow, subtype does not. */
    private Annotation annotation(int code) throws RecordingException {
        AnnotationCode known = AnnotationCode.ofCode(code).orElseThrow(() -> bad(at - 2, "code " + code));
        long position = time;
        int subtype = 0;
        String aux = "";
        while (at + 1 < bytes.length && (bytes[at + 1] & 0xFF) >> 2 > SKIP) {
            int word = word();
            switch (word >> 10) {
                case NUMBER -> number = word & 0xFF;
                case SUBTYPE -> subtype = (byte) word;
                case CHANNEL -> channel = word & 0xFF;
                default -> aux = aux(word & 0x3FF);
            }
        }
        return new Annotation(position, known, subtype, channel, number, aux);
    }

    /** Notes at time 0 that start with "##" speak of the file itself. */
    private void keep(Annotation annotation) throws RecordingException {
        String aux = annotation.aux();
        boolean isNoteAtStart = annotation.code() == AnnotationCode.COMMENT && annotation.sampleIndex() == 0;
        if (isNoteAtStart && isDefining) {
            isDefining = !aux.startsWith(DEFINITIONS_END);
            isAfterDefinitions = !isDefining;
            if (isDefining) {
                definitions.add(definition(aux));
            }
        } else if (isNoteAtStart && aux.startsWith(DEFINITIONS)) {
            isDefining = true;
        } else if (isNoteAtStart && aux.startsWith(RESOLUTION)) {
            resolution =
                    Optional.of(resolution(aux.substring(RESOLUTION.length()).strip()));
        } else if (!isAfterDefinitions || !annotation.equals(Annotation.of(0, AnnotationCode.NOTQRS))) {
            // WFDB ends its definitions with an empty annotation at time 0.
            annotations.add(annotation);
            isAfterDefinitions = false;
        }
    }

    private AnnotationSet.Definition definition(String text) throws RecordingException {
        String[] words = text.strip().split("\\s+", 3);
        try {
            AnnotationCode code =
                    AnnotationCode.ofCode(Integer.parseInt(words[0])).orElseThrow();
            return new AnnotationSet.Definition(
                    code, words.length > 1 ? words[1] : code.mnemonic(), words.length > 2 ? words[2] : "");
        } catch (NumberFormatException | java.util.NoSuchElementException e) {
            throw bad(at, "the annotation type definition \"" + text + "\" names no code");
        }
    }

    private SamplingRate resolution(String text) throws RecordingException {
        try {
            return new SamplingRate(Double.parseDouble(text));
        } catch (IllegalArgumentException e) {
            throw bad(at, "the time resolution is \"" + text + "\"");
        }
    }

    private String aux(int length) throws RecordingException {
        int padded = length + (length & 1);
        if (at + padded > bytes.length) {
            throw bad(at, "it ends inside a text of " + length + " bytes");
        }
        int end = at;
        while (end < at + length && bytes[end] != 0) {
            end++;
        }
        String text = Text.decode(bytes, at, end);
        at += padded;
        return text;
    }

    /** A 32-bit interval, high word first (PDP-11 order). */
    private int skip() throws RecordingException {
        int high = word();
        return high << 16 | word();
    }

    private int word() throws RecordingException {
        if (at + 2 > bytes.length) {
            throw bad(
                    bytes.length,
                    "it ends without an end mark after " + annotations.size()
                            + " annotations; it is truncated, fetch it again");
        }
        int word = (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
        at += 2;
        return word;
    }

    private RecordingException bad(int byteOffset, String problem) {
        return new RecordingException("annotation file " + file + ", byte " + byteOffset + ": " + problem);
    }
}
