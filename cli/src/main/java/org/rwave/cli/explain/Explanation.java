package org.rwave.cli.explain;

import java.util.List;
import java.util.Optional;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.schemas.feed.AlertId;
import org.rwave.schemas.feed.InputOffsets;

/**
 * The account of one alarm.
 *
 * @param id its alert id
 * @param event its start, as it was raised
 * @param later what was stated of it afterwards
 * @param modelHash the model that classified the beats; empty when none was involved
 * @param input where the waveform lies that decided; empty for a recording
 * @param strip the waveform around it
 * @param beats in the strip, as they were stated
 * @param recomputedFrom where the waveform was taken from again, one line
 * @param verdict whether it is the same alarm again
 */
record Explanation(
        AlertId id,
        AlarmEvent event,
        List<AlarmEvent> later,
        String modelHash,
        Optional<InputOffsets> input,
        Strip strip,
        List<ClassifiedBeat> beats,
        String recomputedFrom,
        Verdict verdict) {
    SamplingRate rate() {
        return strip.rate();
    }

    boolean isEvidence(ClassifiedBeat beat) {
        return event.evidenceSampleIndexes().contains(beat.sampleIndex());
    }

    /** First sample of the evidence: the first beat counted, or the onset. */
    long evidenceFrom() {
        List<Long> counted = event.evidenceSampleIndexes();
        return counted.isEmpty() ? event.onsetSampleIndex() : Math.min(counted.get(0), event.onsetSampleIndex());
    }

    /** Last sample of the evidence: the last beat counted; for what is an absence of beats, the decision. */
    long evidenceTo() {
        List<Long> counted = event.evidenceSampleIndexes();
        return counted.size() < 2 ? event.atSampleIndex() : counted.get(counted.size() - 1);
    }
}
