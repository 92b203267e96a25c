package org.rwave.ecg.recording;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one signal specification line of a header (WFDB, header(5)). */
final class SignalLineParser {
    private static final Pattern FORMAT =
            Pattern.compile("(?<code>\\d+)(?:x(?<spf>-?\\d+))?(?::(?<skew>-?\\d+))?(?:\\+(?<offset>-?\\d+))?");
    private static final Pattern GAIN =
            Pattern.compile("(?<gain>[^(/]+)(?:\\((?<baseline>[^)]*)\\))?(?:/(?<unit>.+))?");
    private static final int MAX_SKEW_FRAMES = 1 << 30;
    private static final double MIN_GAIN = 1e-30;
    private static final double MAX_GAIN = 1e30;
    private static final int DEFAULT_ADC_BITS = 12;
    private static final int DEFAULT_ADC_BITS_310 = 10;

    private SignalLineParser() {}

    static StoredSignal parse(HeaderLine line, int signalNumber) throws RecordingException {
        String fileName = line.word("the signal file");
        String formatText = line.word("the storage format");
        Matcher parts = FORMAT.matcher(formatText);
        if (!parts.matches()) {
            throw line.bad("the storage format is \"" + formatText + "\"");
        }
        StorageFormat format = format(line, parts.group("code"));
        int samplesPerFrame = number(line, parts.group("spf"), "samples per frame", 1, 1 << 20, 1);
        int skew = number(line, parts.group("skew"), "the skew", 0, MAX_SKEW_FRAMES, 0);
        String offset = parts.group("offset");
        long byteOffset = offset == null ? 0 : line.whole(offset, "the byte offset", 0, Long.MAX_VALUE >> 4);
        Calibration calibration = calibration(line, line.wordOr("0"));
        int adcBits = optional(line, "the ADC resolution").orElse(0);
        int adcZero = optional(line, "the ADC zero").orElse(0);
        OptionalInt initial = optional(line, "the initial value");
        OptionalInt checksum = optional(line, "the checksum");
        line.wordOr(""); // block size: for tapes
        String name = line.rest();
        return new StoredSignal(
                fileName,
                format,
                samplesPerFrame,
                skew,
                byteOffset,
                calibration.gain,
                Double.isNaN(calibration.baseline) ? adcZero : calibration.baseline,
                calibration.unit,
                adcBits == 0 ? defaultAdcBits(format) : adcBits,
                adcZero,
                initial,
                checksum,
                name.isEmpty() ? "record " + line.recordName() + ", signal " + signalNumber : name);
    }

    private record Calibration(double gain, double baseline, String unit) {}

    private static StorageFormat format(HeaderLine line, String code) throws RecordingException {
        int number = (int) line.whole(code, "the storage format", 0, Integer.MAX_VALUE);
        if (number == 508 || number == 516 || number == 524) {
            throw line.bad("storage format " + number
                    + " is FLAC-compressed, which this reader does not support; rewrite the record uncompressed, for"
                    + " instance with WFDB's \"xform\" into format 16");
        }
        return StorageFormat.ofCode(number)
                .orElseThrow(() -> line.bad("storage format " + number + " is not known; known are 0, 8, 16, 24, 32,"
                        + " 61, 80, 160, 212, 310 and 311"));
    }

    private static int defaultAdcBits(StorageFormat format) {
        return format == StorageFormat.PACKED_310 || format == StorageFormat.PACKED_311
                ? DEFAULT_ADC_BITS_310
                : DEFAULT_ADC_BITS;
    }

    private static int number(HeaderLine line, String digits, String what, int lowest, int highest, int otherwise)
            throws RecordingException {
        return digits == null ? otherwise : (int) line.whole(digits, what, lowest, highest);
    }

    private static OptionalInt optional(HeaderLine line, String what) throws RecordingException {
        return line.hasMore()
                ? OptionalInt.of(line.wholeNumber(what, Integer.MIN_VALUE, Integer.MAX_VALUE))
                : OptionalInt.empty();
    }

    /** Gain 0 means uncalibrated: WFDB then takes 200 raw units per mV. Without a baseline, it is the ADC zero. */
    private static Calibration calibration(HeaderLine line, String text) throws RecordingException {
        Matcher parts = GAIN.matcher(text);
        if (!parts.matches()) {
            throw line.bad("the gain is \"" + text + "\"");
        }
        double gain = line.real(parts.group("gain"), "the gain", -MAX_GAIN, MAX_GAIN);
        if (Math.abs(gain) < MIN_GAIN) {
            gain = StoredSignal.DEFAULT_GAIN;
        }
        String baselineText = parts.group("baseline");
        double baseline = baselineText == null ? Double.NaN : line.real(baselineText, "the baseline", -1e11, 1e11);
        String unit = parts.group("unit");
        return new Calibration(gain, baseline, unit == null ? "mV" : unit);
    }
}
