package org.rwave.ecg.recording;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One signal as a header describes it (WFDB, header(5), signal specification line).
 *
 * @param fileName signal file, relative to the header; "~" for none
 * @param format how samples are stored
 * @param samplesPerFrame how many samples of this signal lie in one frame
 * @param skewFrames sample 0 lies this many frames into the file
 * @param byteOffset where samples start in the file
 * @param rawUnitsPerUnit gain: raw units in one physical unit
 * @param baselineUnits raw value that stands for 0 physical units
 * @param unit physical unit
 * @param adcBits resolution of the converter
 * @param adcZeroUnits raw value in the middle of the converter's range
 * @param initialValue first sample, when the header says
 * @param checksum low 16 bits of the sum of all samples, when the header says
 * @param name description
 */
record StoredSignal(
        String fileName,
        StorageFormat format,
        int samplesPerFrame,
        int skewFrames,
        long byteOffset,
        double rawUnitsPerUnit,
        double baselineUnits,
        String unit,
        int adcBits,
        int adcZeroUnits,
        OptionalInt initialValue,
        OptionalInt checksum,
        String name) {

    /** Raw units per millivolt where the header gives none (WFDB's {@code WFDB_DEFGAIN}). */
    static final double DEFAULT_GAIN = 200;

    static final String NO_FILE = "~";

    private static final Set<String> MICROVOLTS = Set.of("uv", "\u00b5v", "\u03bcv", "microvolt");

    /** Bits of a stored value; a layout has no file and gives the converter's resolution. */
    int storedBits() {
        return format == StorageFormat.NULL ? adcBits : format.bits();
    }

    boolean isVoltage() {
        return millivoltsPerUnit() > 0;
    }

    /** Microvolts per raw unit; of a signal that is no voltage, a thousandth of its own unit counts as a microvolt. */
    double microvoltsPerRawUnit() {
        return (isVoltage() ? millivoltsPerUnit() : 1) * 1000 / rawUnitsPerUnit;
    }

    private double millivoltsPerUnit() {
        String lower = unit.toLowerCase(Locale.ROOT);
        if (MICROVOLTS.contains(lower)) {
            return 1e-3;
        }
        return switch (lower) {
            case "mv" -> 1;
            case "v" -> 1e3;
            case "nv" -> 1e-6;
            default -> 0;
        };
    }
}
