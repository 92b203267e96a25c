package org.rwave.cli.score;

import java.util.List;
import org.rwave.ecg.score.BeatReport;
import org.rwave.ecg.score.EpisodeKind;
import org.rwave.ecg.score.EpisodeReport;
import org.rwave.ecg.score.RunKind;
import org.rwave.ecg.score.RunReport;
import org.rwave.ecg.score.ShutdownReport;
import org.rwave.ecg.score.StandardBeatReport;

/** The reports that can be asked for by themselves; each as {@code sumstats} prints the file of the program named. */
enum ScoreReport {
    /** {@code bxb -L}, first file. */
    BXB,
    /** {@code bxb -L}, second file. */
    SHUTDOWN,
    /** {@code bxb -S}, every record. */
    BXB_STANDARD,
    /** {@code rxr -L}, first file. */
    RXR_V,
    /** {@code rxr -L}, second file. */
    RXR_S,
    /** {@code epicmp -L -V}. */
    EPICMP_VF,
    /** {@code epicmp -L -A}. */
    EPICMP_AF;

    List<String> lines(Scores scores, String referenceAnnotator, String testAnnotator) {
        return switch (this) {
            case BXB -> BeatReport.summary(scores.beats());
            case SHUTDOWN -> ShutdownReport.summary(scores.beats());
            case BXB_STANDARD ->
                scores.beats().stream()
                        .flatMap(record -> StandardBeatReport.lines(record, referenceAnnotator, testAnnotator).stream())
                        .toList();
            case RXR_V -> RunReport.summary(RunKind.VENTRICULAR, scores.runs(RunKind.VENTRICULAR));
            case RXR_S -> RunReport.summary(RunKind.SUPRAVENTRICULAR, scores.runs(RunKind.SUPRAVENTRICULAR));
            case EPICMP_VF -> episodes(EpisodeKind.VENTRICULAR_FIBRILLATION, scores);
            case EPICMP_AF -> episodes(EpisodeKind.ATRIAL_FIBRILLATION, scores);
        };
    }

    /** What is shown when nothing is asked for: all that has anything to say. */
    static List<ScoreReport> worthShowing(Scores scores) {
        return List.of(BXB, SHUTDOWN, RXR_V, RXR_S, EPICMP_VF, EPICMP_AF).stream()
                .filter(report -> report.hasSomethingToSay(scores))
                .toList();
    }

    private boolean hasSomethingToSay(Scores scores) {
        return switch (this) {
            case SHUTDOWN -> BeatReport.sum(scores.beats()).shutdownSeconds() > 0;
            case EPICMP_VF -> scores.hasEpisodes(EpisodeKind.VENTRICULAR_FIBRILLATION);
            case EPICMP_AF -> scores.hasEpisodes(EpisodeKind.ATRIAL_FIBRILLATION);
            default -> true;
        };
    }

    private static List<String> episodes(EpisodeKind kind, Scores scores) {
        return EpisodeReport.summary(kind, scores.episodes(kind));
    }
}
