package org.rwave.trainer.noise;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.alarm.AlarmPriority;
import org.rwave.ecg.annotate.FactAnnotations;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.score.AnnotationPair;
import org.rwave.ecg.score.BeatByBeat;
import org.rwave.ecg.score.BeatMatrix;
import org.rwave.ecg.score.ScoringSettings;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.trainer.data.MonitorRun;
import org.rwave.trainer.data.NoiseStress;
import org.rwave.trainer.data.NoiseStress.Stretch;

/**
 * The monitor on one record of the noise stress test.
 *
 * @param record the record's name
 * @param noise what was added, empty text for nothing
 * @param whole EC57's comparison, from 5:00 to the end
 * @param inNoise the same comparison of the noisy stretches alone
 * @param noiseSeconds length of the noisy stretches
 * @param unreadableSeconds of these, in which no lead was usable: nothing is monitored
 * @param noisySeconds of these, in which no lead was good: {@code NOISY}, flat, saturated or off
 * @param highAlarms raised in noisy stretches, of HIGH priority
 */
record NoiseScore(
        String record,
        String noise,
        BeatMatrix whole,
        BeatMatrix inNoise,
        double noiseSeconds,
        long unreadableSeconds,
        long noisySeconds,
        long highAlarms) {
    /** Plays {@code recording}, which stands at its start; {@code reference} is the truth. */
    static NoiseScore of(BeatClassifier classifier, Recording recording, List<Annotation> reference, String noise)
            throws IOException {
        List<Facts> all = new ArrayList<>();
        MonitorRun.withOwnDetector(classifier).playFacts(recording, all::add);
        SamplingRate rate = recording.rate();
        List<Annotation> own = all.stream()
                .flatMap(facts -> facts.beats().stream())
                .map(NoiseScore::annotation)
                .toList();
        List<Stretch> stretches = stretches(recording, rate);
        List<VitalSigns> seconds = all.stream()
                .flatMap(facts -> facts.vitals().stream())
                .filter(second -> isIn(stretches, rate.secondsAt(second.sampleIndex())))
                .toList();
        AnnotationPair pair = new AnnotationPair(recording.name(), rate, recording.length(), reference, own);
        return new NoiseScore(
                recording.name(),
                noise,
                BeatByBeat.compare(pair, ScoringSettings.standard()),
                stretches.stream()
                        .map(stretch -> BeatByBeat.compare(pair, within(stretch)))
                        .reduce(BeatMatrix.EMPTY, BeatMatrix::plus),
                stretches.stream()
                        .mapToDouble(
                                stretch -> stretch.to().minus(stretch.from()).toMillis() / 1e3)
                        .sum(),
                seconds.stream().filter(second -> !second.monitoring()).count(),
                seconds.stream()
                        .filter(second -> !second.leadStatus().contains(LeadStatus.GOOD))
                        .count(),
                all.stream()
                        .flatMap(facts -> facts.alarms().stream())
                        .filter(alarm -> isRaisedIn(stretches, alarm, rate))
                        .count());
    }

    private static List<Stretch> stretches(Recording recording, SamplingRate rate) {
        long samples = recording
                .length()
                .orElseThrow(() -> new IllegalArgumentException("record " + recording.name() + " has no length"));
        return NoiseStress.stretches(Duration.ofMillis(rate.microsAt(samples) / 1000));
    }

    private static ScoringSettings within(Stretch stretch) {
        ScoringSettings standard = ScoringSettings.standard();
        return new ScoringSettings(
                stretch.from(), Optional.of(stretch.to()), standard.matchWindow(), standard.mapping());
    }

    private static boolean isRaisedIn(List<Stretch> stretches, AlarmEvent alarm, SamplingRate rate) {
        return alarm.phase() == AlarmPhase.START
                && alarm.priority() == AlarmPriority.HIGH
                && isIn(stretches, rate.secondsAt(alarm.atSampleIndex()));
    }

    private static boolean isIn(List<Stretch> stretches, double seconds) {
        return stretches.stream().anyMatch(stretch -> stretch.holds(seconds));
    }

    private static Annotation annotation(ClassifiedBeat beat) {
        return Annotation.of(beat.sampleIndex(), FactAnnotations.code(beat.beatClass()));
    }
}
