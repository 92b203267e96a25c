package org.rwave.ecg.score;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Episode scores of several records added up.
 *
 * @param sensitivity reference episodes that overlap a test episode, of all
 * @param positivePredictivity test episodes that overlap a reference episode, of all
 * @param overlapMillis time in episodes of both
 * @param referenceMillis time in reference episodes
 * @param testMillis time in test episodes
 */
public record EpisodeTotals(
        Ratio sensitivity, Ratio positivePredictivity, long overlapMillis, long referenceMillis, long testMillis) {
    /** The sum over {@code records}. */
    public static EpisodeTotals of(List<RecordScore<EpisodeScore>> records) {
        return new EpisodeTotals(
                sum(records, EpisodeScore::sensitivity),
                sum(records, EpisodeScore::positivePredictivity),
                total(records, EpisodeScore::overlapMillis),
                total(records, EpisodeScore::referenceMillis),
                total(records, EpisodeScore::testMillis));
    }

    /** Of the time in reference episodes, that in test episodes too. */
    public Ratio durationSensitivity() {
        return new Ratio(overlapMillis, referenceMillis);
    }

    /** Of the time in test episodes, that in reference episodes too. */
    public Ratio durationPositivePredictivity() {
        return new Ratio(overlapMillis, testMillis);
    }

    private static Ratio sum(List<RecordScore<EpisodeScore>> records, Function<EpisodeScore, Ratio> ratio) {
        return new Ratio(
                total(records, score -> ratio.apply(score).part()),
                total(records, score -> ratio.apply(score).whole()));
    }

    private static long total(List<RecordScore<EpisodeScore>> records, ToLongFunction<EpisodeScore> value) {
        return records.stream()
                .mapToLong(record -> value.applyAsLong(record.score()))
                .sum();
    }
}
