package org.rwave.ecg.score.alarm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.rwave.ecg.score.Ratio;

/**
 * Sums over records of one rhythm's episodes and alarms.
 *
 * @param rhythm whose
 * @param found episodes found by their own alarm, of those that meet the definition
 * @param foundByLethal the same by any lethal arrhythmia's alarm
 * @param coveredMillis time within them in which their own alarm was active, of all their time
 * @param lethalCoveredMillis the same of any lethal arrhythmia's alarm
 * @param belowDefinition episodes that do not meet the definition
 * @param delaySeconds of found episodes, ascending
 * @param verdicts how many of its alarms were worth what
 * @param quietHours outside lethal episodes and annotated noise
 */
public record AlarmTotals(
        ScoredRhythm rhythm,
        Ratio found,
        Ratio foundByLethal,
        Ratio coveredMillis,
        Ratio lethalCoveredMillis,
        long belowDefinition,
        List<Double> delaySeconds,
        Map<AlarmVerdict, Long> verdicts,
        double quietHours) {
    public AlarmTotals {
        delaySeconds = List.copyOf(delaySeconds);
        verdicts = Map.copyOf(verdicts);
    }

    /** The sum over {@code records} for {@code rhythm}. */
    public static AlarmTotals of(ScoredRhythm rhythm, List<RecordAlarms> records) {
        Sum sum = new Sum(rhythm);
        records.forEach(sum::add);
        return sum.total();
    }

    public long count(AlarmVerdict verdict) {
        return verdicts.get(verdict);
    }

    /** False alarms in an hour outside lethal episodes and noise. */
    public OptionalDouble falsePerHour() {
        return quietHours > 0 ? OptionalDouble.of(count(AlarmVerdict.FALSE) / quietHours) : OptionalDouble.empty();
    }

    /** Nearest-rank percentile of the delay; empty when no episode was found. */
    public OptionalDouble delayPercentile(double percent) {
        if (delaySeconds.isEmpty()) {
            return OptionalDouble.empty();
        }
        int rank = (int) Math.ceil(percent / 100 * delaySeconds.size());
        return OptionalDouble.of(delaySeconds.get(Math.max(0, rank - 1)));
    }

    /** Adds up. */
    private static final class Sum {
        private final ScoredRhythm rhythm;
        private final Map<AlarmVerdict, Long> verdicts = new EnumMap<>(AlarmVerdict.class);
        private final List<Double> delays = new ArrayList<>();
        private long episodes;
        private long found;
        private long foundByLethal;
        private double seconds;
        private double covered;
        private double lethalCovered;
        private long belowDefinition;
        private double quietHours;

        Sum(ScoredRhythm rhythm) {
            this.rhythm = rhythm;
            for (AlarmVerdict verdict : AlarmVerdict.values()) {
                verdicts.put(verdict, 0L);
            }
        }

        void add(RecordAlarms record) {
            record.findings().stream()
                    .filter(finding -> finding.episode().rhythm() == rhythm)
                    .forEach(finding -> add(record, finding));
            belowDefinition += record.belowDefinition().stream()
                    .filter(episode -> episode.rhythm() == rhythm)
                    .count();
            record.alarms().stream()
                    .filter(alarm -> alarm.rhythm() == rhythm)
                    .forEach(alarm -> verdicts.merge(alarm.verdict(), 1L, Long::sum));
            quietHours += record.rate().secondsAt(record.quietSamples()) / 3600;
        }

        private void add(RecordAlarms record, EpisodeFinding finding) {
            episodes++;
            found += finding.delaySamples().isPresent() ? 1 : 0;
            foundByLethal += finding.lethalDelaySamples().isPresent() ? 1 : 0;
            finding.delaySamples().ifPresent(delay -> delays.add(record.rate().secondsAt(delay)));
            seconds += record.rate().secondsAt(finding.episode().samples());
            covered += record.rate().secondsAt(finding.coveredSamples());
            lethalCovered += record.rate().secondsAt(finding.lethalCoveredSamples());
        }

        AlarmTotals total() {
            long all = Math.round(1000 * seconds);
            return new AlarmTotals(
                    rhythm,
                    new Ratio(found, episodes),
                    new Ratio(foundByLethal, episodes),
                    new Ratio(Math.min(all, Math.round(1000 * covered)), all),
                    new Ratio(Math.min(all, Math.round(1000 * lethalCovered)), all),
                    belowDefinition,
                    delays.stream().sorted().toList(),
                    verdicts,
                    quietHours);
        }
    }
}
