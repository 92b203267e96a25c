package org.rwave.ecg.score.alarm;

import java.util.List;
import org.rwave.ecg.signal.SamplingRate;

/**
 * The alarms of one record against its annotations.
 *
 * @param record its name
 * @param rate of the samples
 * @param samples its length
 * @param quietSamples of those, outside lethal episodes and annotated noise: the time in which alarms can be false
 * @param findings one per episode that meets its definition
 * @param belowDefinition episodes that do not
 * @param alarms every scored alarm, in the order in which they were raised
 */
public record RecordAlarms(
        String record,
        SamplingRate rate,
        long samples,
        long quietSamples,
        List<EpisodeFinding> findings,
        List<ReferenceEpisode> belowDefinition,
        List<JudgedAlarm> alarms) {
    public RecordAlarms {
        findings = List.copyOf(findings);
        belowDefinition = List.copyOf(belowDefinition);
        alarms = List.copyOf(alarms);
    }
}
