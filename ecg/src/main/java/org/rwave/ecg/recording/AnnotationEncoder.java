package org.rwave.ecg.recording;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Encodes annotations in MIT format, word for word as WFDB's {@code putann} does. */
final class AnnotationEncoder {
    private static final int MAX_INTERVAL = 0x3FF;
    private static final int MAX_AUX_BYTES = 254;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long time;
    private int channel;
    private int number;

    byte[] encode(AnnotationSet set) {
        set.resolution().ifPresent(rate -> putNote(AnnotationDecoder.RESOLUTION + " " + plain(rate.hertz())));
        if (!set.definitions().isEmpty()) {
            putNote(AnnotationDecoder.DEFINITIONS);
            for (AnnotationSet.Definition definition : set.definitions()) {
                putNote((definition.code().code() + " " + definition.mnemonic() + " " + definition.description())
                                .strip()
                        + "\n");
            }
            putNote(AnnotationDecoder.DEFINITIONS_END);
            put(Annotation.of(0, AnnotationCode.NOTQRS));
        }
        List<Annotation> sorted = set.annotations().stream()
                .sorted(Comparator.comparingLong(Annotation::sampleIndex))
                .toList();
        sorted.forEach(this::put);
        putWord(0, 0);
        return out.toByteArray();
    }

    /** A note about the file itself; WFDB puts no NUL after these. */
    private void putNote(String text) {
        putWord(AnnotationCode.COMMENT.code(), 0);
        putAux(text, 0);
    }

    private static String plain(double hertz) {
        return hertz == Math.rint(hertz) ? Long.toString((long) hertz) : Double.toString(hertz);
    }

    private void put(Annotation annotation) {
        requireFit(annotation);
        putPosition(annotation);
        if (annotation.subtype() != 0) {
            putWord(AnnotationDecoder.SUBTYPE, annotation.subtype() & MAX_INTERVAL);
        }
        if (annotation.channel() != channel) {
            channel = annotation.channel();
            putWord(AnnotationDecoder.CHANNEL, channel);
        }
        if (annotation.number() != number) {
            number = annotation.number();
            putWord(AnnotationDecoder.NUMBER, number);
        }
        if (!annotation.aux().isEmpty()) {
            putAux(annotation.aux(), 1);
        }
    }

    private static void requireFit(Annotation annotation) {
        boolean fits = annotation.subtype() == (byte) annotation.subtype()
                && annotation.channel() == (annotation.channel() & 0xFF)
                && annotation.number() == (annotation.number() & 0xFF);
        if (!fits) {
            throw new IllegalArgumentException(
                    "the MIT format holds a subtype of -128 to 127, a channel and a number of" + " 0 to 255, not "
                            + annotation);
        }
    }

    private void putPosition(Annotation annotation) {
        long interval = annotation.sampleIndex() - time;
        time = annotation.sampleIndex();
        int code = annotation.code().code();
        if (code == 0 && interval == 0) {
            // Two zero bytes would be the end mark: step back one, then forth.
            putSkip(-1);
            interval = 1;
        } else if (interval < 0 || interval > MAX_INTERVAL) {
            // A SKIP reaches 2^31 - 1; longer gaps take several.
            long last = code == 0 ? 1 : 0;
            for (interval -= last; interval != 0; ) {
                int step = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, interval));
                putSkip(step);
                interval -= step;
            }
            interval = last;
        }
        putWord(code, (int) interval);
    }

    private void putSkip(int interval) {
        putWord(AnnotationDecoder.SKIP, 0);
        putShort(interval >>> 16);
        putShort(interval);
    }

    /** Text, with the NUL at its end that many C programs expect, padded to whole words. */
    private void putAux(String text, int terminators) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_AUX_BYTES || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an annotation's text holds at most " + MAX_AUX_BYTES
                    + " bytes and no NUL, had " + bytes.length + " bytes: " + text);
        }
        int length = bytes.length + terminators;
        putWord(AnnotationDecoder.AUX, length);
        out.writeBytes(Arrays.copyOf(bytes, length + (length & 1)));
    }

    private void putWord(int code, int argument) {
        putShort(code << 10 | argument);
    }

    private void putShort(int value) {
        out.write(value);
        out.write(value >> 8);
    }
}
