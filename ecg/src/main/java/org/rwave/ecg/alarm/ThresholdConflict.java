package org.rwave.ecg.alarm;

import java.util.List;

/**
 * Thresholds that are possible each, but not together.
 *
 * @param thresholds those concerned
 * @param rule one line for a person: which rule, which values
 */
public record ThresholdConflict(List<AlarmThreshold> thresholds, String rule) {
    public ThresholdConflict {
        thresholds = List.copyOf(thresholds);
    }
}
