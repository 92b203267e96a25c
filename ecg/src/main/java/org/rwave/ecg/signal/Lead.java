package org.rwave.ecg.signal;

/**
 * One electrode lead of a waveform and how its raw units convert to voltage.
 *
 * @param name label as the source gives it, for instance {@code MLII} or {@code V5}
 * @param mdcCode ISO/IEEE 11073-10101 reference id, for instance {@code MDC_ECG_LEAD_II}; empty when the source has none
 * @param microvoltsPerUnit microvolts per raw unit, finite and not zero
 * @param baselineUnits raw value that stands for 0 V, finite
 */
public record Lead(String name, String mdcCode, double microvoltsPerUnit, double baselineUnits) {
    public Lead {
        if (name == null || mdcCode == null) {
            throw new IllegalArgumentException("a lead needs a name and an MDC code (which may be empty)");
        }
        if (!(Math.abs(microvoltsPerUnit) > 0 && Math.abs(microvoltsPerUnit) < 1e9)) {
            throw new IllegalArgumentException(
                    "lead " + name + ": microvoltsPerUnit must be finite and not zero, was " + microvoltsPerUnit);
        }
        if (!(Math.abs(baselineUnits) < 1e12)) {
            throw new IllegalArgumentException("lead " + name + ": baselineUnits must be finite, was " + baselineUnits);
        }
    }

    /** The voltage that {@code rawUnits} stands for. */
    public double millivolts(double rawUnits) {
        return (rawUnits - baselineUnits) * microvoltsPerUnit * 1e-3;
    }
}
