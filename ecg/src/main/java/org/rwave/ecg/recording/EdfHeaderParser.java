package org.rwave.ecg.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the header of an EDF, EDF+ or BDF file (Kemp et al. 1992; Kemp and Olivan 2003; BioSemi). One data record
 * becomes one frame, so that the signal reader of WFDB reads it too: samples of 16 (BDF: 24) bits, little-endian.
 */
final class EdfHeaderParser {
    private static final int FIXED_BYTES = 256;
    private static final int BYTES_PER_SIGNAL = 256;
    private static final int MAX_SIGNALS = 10_000;
    private static final int MAX_VALUES_PER_RECORD = 1 << 24;
    private static final Pattern DATE_AND_TIME =
            Pattern.compile("(\\d\\d)\\.(\\d\\d)\\.(\\d\\d)(\\d\\d)\\.(\\d\\d)\\.(\\d\\d)");

    private final Path file;
    private final byte[] bytes;

    private EdfHeaderParser(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    static EdfHeader read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            EdfHeaderParser fixed = new EdfHeaderParser(file, in.readNBytes(FIXED_BYTES));
            fixed.requireBytes(FIXED_BYTES);
            int signals = (int) fixed.whole(252, 4, "the number of signals", 1, MAX_SIGNALS);
            byte[] rest = in.readNBytes(signals * BYTES_PER_SIGNAL);
            byte[] all = new byte[FIXED_BYTES + rest.length];
            System.arraycopy(fixed.bytes, 0, all, 0, FIXED_BYTES);
            System.arraycopy(rest, 0, all, FIXED_BYTES, rest.length);
            EdfHeaderParser parser = new EdfHeaderParser(file, all);
            parser.requireBytes(FIXED_BYTES + signals * BYTES_PER_SIGNAL);
            return parser.parse(signals);
        } catch (NoSuchFileException e) {
            throw new RecordingException("recording " + name(file) + ": file " + file + " is not there", e);
        }
    }

    private EdfHeader parse(int signalCount) throws RecordingException {
        boolean isBdf = bytes[0] == (byte) 0xFF;
        if (!isBdf && !text(0, 8).equals("0")) {
            throw bad(0, "it starts with \"" + text(0, 8) + "\", not with the version 0 of EDF");
        }
        if (text(192, 44).startsWith("EDF+D") || text(192, 44).startsWith("BDF+D")) {
            throw bad(192, "it is discontinuous (EDF+D), which this reader does not support; convert it to EDF+C");
        }
        long headerBytes = whole(184, 8, "the header length", FIXED_BYTES, Integer.MAX_VALUE);
        if (headerBytes != bytes.length) {
            throw bad(
                    184,
                    "the header length is " + headerBytes + ", but " + signalCount + " signals make it "
                            + bytes.length);
        }
        long records = whole(236, 8, "the number of data records", -1, Integer.MAX_VALUE);
        double seconds = real(244, 8, "the duration of a data record", 0, 1e6);
        List<StoredSignal> signals = signals(signalCount, isBdf);
        RecordHeader header = new RecordHeader(
                name(file),
                file,
                // A file of annotations alone has records of no duration; its rate has no meaning.
                seconds > 0 ? 1 / seconds : 1,
                Optional.empty(),
                records > 0 ? OptionalLong.of(records) : OptionalLong.empty(),
                start(),
                signals,
                List.of(),
                comments());
        return new EdfHeader(header, seconds);
    }

    private List<StoredSignal> signals(int count, boolean isBdf) throws RecordingException {
        List<StoredSignal> signals = new ArrayList<>();
        long perRecord = 0;
        for (int i = 0; i < count; i++) {
            signals.add(signal(i, count, isBdf));
            perRecord += signals.get(i).samplesPerFrame();
        }
        if (perRecord > MAX_VALUES_PER_RECORD) {
            throw bad(
                    FIXED_BYTES + 216 * count,
                    "a data record holds " + perRecord + " samples; at most " + MAX_VALUES_PER_RECORD
                            + " are supported");
        }
        return List.copyOf(signals);
    }

    private StoredSignal signal(int index, int count, boolean isBdf) throws RecordingException {
        String label = text(column(0, count, 16, index), 16);
        String unit = text(column(96, count, 8, index), 8);
        int samples =
                (int) whole(column(216, count, 8, index), 8, "the samples per data record", 1, MAX_VALUES_PER_RECORD);
        double gain = 1;
        double baseline = 0;
        if (!isAnnotations(label)) {
            double physicalLow = real(column(104, count, 8, index), 8, "the physical minimum", -1e30, 1e30);
            double physicalHigh = real(column(112, count, 8, index), 8, "the physical maximum", -1e30, 1e30);
            int digitalLow = (int) whole(column(120, count, 8, index), 8, "the digital minimum", -1 << 24, 1 << 24);
            int digitalHigh = (int) whole(column(128, count, 8, index), 8, "the digital maximum", -1 << 24, 1 << 24);
            if (!(physicalLow != physicalHigh) || digitalLow >= digitalHigh) {
                throw bad(
                        column(104, count, 8, index),
                        "the range of signal \"" + label + "\" is empty: physical " + physicalLow + " to "
                                + physicalHigh + ", digital " + digitalLow + " to " + digitalHigh);
            }
            gain = (digitalHigh - digitalLow) / (physicalHigh - physicalLow);
            baseline = digitalLow - physicalLow * gain;
        }
        return new StoredSignal(
                file.getFileName().toString(),
                isBdf ? StorageFormat.SIGNED_24 : StorageFormat.SIGNED_16,
                samples,
                0,
                bytes.length,
                gain,
                baseline,
                isAnnotations(label) ? "" : unit,
                isBdf ? 24 : 16,
                0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                label);
    }

    static boolean isAnnotations(String label) {
        return label.equals("EDF Annotations") || label.equals("BDF Annotations");
    }

    /** Place of field {@code index} of a column; columns stand one after the other, each with all signals. */
    private static int column(int bytesBefore, int count, int width, int index) {
        return FIXED_BYTES + bytesBefore * count + width * index;
    }

    private List<String> comments() {
        return List.of("patient: " + text(8, 80), "recording: " + text(88, 80));
    }

    /** Two-digit years from 85 on are 1985 to 1999, others 2000 to 2084 (Kemp and Olivan 2003). */
    private Optional<Instant> start() throws RecordingException {
        String text = text(168, 16);
        Matcher parts = DATE_AND_TIME.matcher(text);
        if (!parts.matches()) {
            throw bad(168, "the start is \"" + text + "\", not dd.mm.yyhh.mm.ss");
        }
        int[] n = new int[6];
        for (int i = 0; i < n.length; i++) {
            n[i] = Integer.parseInt(parts.group(i + 1));
        }
        try {
            int year = n[2] + (n[2] >= 85 ? 1900 : 2000);
            return Optional.of(
                    LocalDateTime.of(year, n[1], n[0], n[3], n[4], n[5]).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw bad(168, "the start is \"" + text + "\", which is no date and time");
        }
    }

    private String text(int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1).strip();
    }

    private long whole(int at, int length, String what, int lowest, int highest) throws RecordingException {
        double value = real(at, length, what, lowest, highest);
        if (value != Math.rint(value)) {
            throw bad(at, what + " is \"" + text(at, length) + "\", not a whole number");
        }
        return (long) value;
    }

    private double real(int at, int length, String what, double lowest, double highest) throws RecordingException {
        try {
            double value = Double.parseDouble(text(at, length));
            if (value >= lowest && value <= highest) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw bad(at, what + " is \"" + text(at, length) + "\", not a number");
        }
        throw bad(at, what + " is " + text(at, length) + ", outside " + lowest + " to " + highest);
    }

    private void requireBytes(int needed) throws RecordingException {
        if (bytes.length < needed) {
            throw bad(bytes.length, "it ends inside its header, which needs " + needed + " bytes");
        }
    }

    private RecordingException bad(int byteOffset, String problem) {
        String printable = problem.replaceAll("\\p{Cntrl}", "?");
        return new RecordingException(
                "recording " + name(file) + ": file " + file + ", byte " + byteOffset + ": " + printable);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }
}
