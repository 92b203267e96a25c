package org.rwave.ecg.recording;

import java.util.List;
import java.util.Locale;
import org.rwave.ecg.signal.Lead;

/**
 * What a recording says of one of its signals beyond what a lead carries.
 *
 * @param name label as the file gives it
 * @param unit physical unit, for instance {@code mV} or {@code mmHg}
 * @param rawUnitsPerUnit raw units in one physical unit
 * @param baselineUnits raw value that stands for 0 physical units
 * @param storedBits bits that a raw value takes in the file
 * @param isVoltage whether the unit is a voltage; where it is not, the lead's microvolts are thousandths of the unit
 */
public record RecordedSignal(
        String name, String unit, double rawUnitsPerUnit, double baselineUnits, int storedBits, boolean isVoltage) {

    /**
     * Parts of labels that mark other signals. Headers that give no unit mean mV by definition (header(5)), so a
     * respiration or plethysmogram channel often passes as a voltage.
     */
    private static final List<String> NOT_ECG = List.of(
            "resp",
            "pleth",
            "ppg",
            "abp",
            "art",
            "pap",
            "cvp",
            "icp",
            "bp",
            "co2",
            "spo2",
            "sao2",
            "eeg",
            "eog",
            "emg",
            "gsr",
            "marker",
            "temp",
            "annotations",
            "status");

    /** The signal of a lead that is a voltage, in mV. */
    static RecordedSignal ofLead(Lead lead) {
        return new RecordedSignal(
                lead.name(), "mV", 1000 / lead.microvoltsPerUnit(), lead.baselineUnits(), Short.SIZE, true);
    }

    /** The value in physical units that {@code rawUnits} stands for. */
    public double physical(double rawUnits) {
        return (rawUnits - baselineUnits) / rawUnitsPerUnit;
    }

    /** Whether it is, by unit and label, an ECG lead. */
    public boolean isEcg() {
        String lower = name.toLowerCase(Locale.ROOT);
        return isVoltage && NOT_ECG.stream().noneMatch(lower::contains);
    }
}
