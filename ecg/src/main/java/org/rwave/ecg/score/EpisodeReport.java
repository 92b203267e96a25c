package org.rwave.ecg.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** The episode-by-episode report in the layout of {@code epicmp -L} with the totals of {@code sumstats}. */
public final class EpisodeReport {
    private EpisodeReport() {}

    /** Column headings, two lines. */
    public static List<String> heading(EpisodeKind kind) {
        return List.of(
                "(" + kind.title() + " detection)",
                "Record  TPs   FN  TPp   FP  ESe E+P DSe D+P  Ref duration  Test duration ");
    }

    /** The line of one record. */
    public static String line(RecordScore<EpisodeScore> scored) {
        EpisodeScore score = scored.score();
        return String.format(Locale.ROOT, "%6s", scored.record())
                + counts(score.sensitivity(), score.positivePredictivity()) + " "
                + PrintedNumber.wholePercent(score.sensitivity())
                + PrintedNumber.wholePercent(score.positivePredictivity())
                + PrintedNumber.wholePercent(score.durationSensitivity())
                + PrintedNumber.wholePercent(score.durationPositivePredictivity())
                + "  " + time(score.referenceMillis()) + "   " + time(score.testMillis());
    }

    /**
     * Headings, a line per record, sum, gross and average: what {@code sumstats} prints of the file, except that gross
     * durations come from the durations themselves, not from printed percentages.
     */
    public static List<String> summary(EpisodeKind kind, List<RecordScore<EpisodeScore>> records) {
        List<String> lines = new ArrayList<>(heading(kind));
        records.forEach(record -> lines.add(line(record)));
        EpisodeTotals totals = EpisodeTotals.of(records);
        lines.add("_".repeat(72));
        lines.add("Sum   " + counts(totals.sensitivity(), totals.positivePredictivity()) + " ".repeat(19)
                + time(totals.referenceMillis()) + "   " + time(totals.testMillis()));
        lines.add("Gross" + " ".repeat(22)
                + Stream.of(
                                totals.sensitivity(),
                                totals.positivePredictivity(),
                                totals.durationSensitivity(),
                                totals.durationPositivePredictivity())
                        .map(ratio -> column(ratio.percent()))
                        .reduce("", String::concat));
        lines.add("Average" + " ".repeat(20)
                + column(average(records, EpisodeScore::sensitivity))
                + column(average(records, EpisodeScore::positivePredictivity))
                + column(averageOfDurations(records, EpisodeScore::durationSensitivity))
                + column(averageOfDurations(records, EpisodeScore::durationPositivePredictivity)));
        lines.addAll(BeatReport.closing(records.size()));
        return lines;
    }

    private static Stream<Ratio> ratios(List<RecordScore<EpisodeScore>> records, Function<EpisodeScore, Ratio> ratio) {
        return records.stream().map(record -> ratio.apply(record.score()));
    }

    /** Mean over {@code records} in percent; those in which the ratio is undefined are left out. */
    public static OptionalDouble average(List<RecordScore<EpisodeScore>> records, Function<EpisodeScore, Ratio> ratio) {
        return Average.percent(ratios(records, ratio));
    }

    /** The same of a ratio of durations: {@code sumstats} averages the whole percentages that {@code epicmp} printed. */
    public static OptionalDouble averageOfDurations(
            List<RecordScore<EpisodeScore>> records, Function<EpisodeScore, Ratio> duration) {
        return Average.mean(
                ratios(records, duration)
                        .map(ratio -> ratio.isDefined()
                                ? OptionalDouble.of(PrintedNumber.roundedPercent(ratio) / 100.0)
                                : OptionalDouble.empty()),
                100.0);
    }

    private static String counts(Ratio sensitivity, Ratio positivePredictivity) {
        return String.format(
                Locale.ROOT,
                " %4d %4d %4d %4d",
                sensitivity.part(),
                sensitivity.whole() - sensitivity.part(),
                positivePredictivity.part(),
                positivePredictivity.whole() - positivePredictivity.part());
    }

    private static String column(OptionalDouble percent) {
        return PrintedNumber.column(percent, 3, 0);
    }

    /** A span as WFDB's {@code mstimstr} writes it: twelve places, hours only where there are any. */
    static String time(long millis) {
        long seconds = millis / 1000;
        long minutes = seconds / 60;
        long hours = minutes / 60;
        return hours > 0
                ? String.format(Locale.ROOT, "%2d:%02d:%02d.%03d", hours, minutes % 60, seconds % 60, millis % 1000)
                : String.format(Locale.ROOT, "   %2d:%02d.%03d", minutes, seconds % 60, millis % 1000);
    }
}
