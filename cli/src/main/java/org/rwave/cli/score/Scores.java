package org.rwave.cli.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.score.AnnotationPair;
import org.rwave.ecg.score.BeatByBeat;
import org.rwave.ecg.score.BeatMatrix;
import org.rwave.ecg.score.EpisodeByEpisode;
import org.rwave.ecg.score.EpisodeKind;
import org.rwave.ecg.score.EpisodeScore;
import org.rwave.ecg.score.RecordScore;
import org.rwave.ecg.score.RunByRun;
import org.rwave.ecg.score.RunKind;
import org.rwave.ecg.score.RunMatrix;
import org.rwave.ecg.score.ScoringSettings;

/** All comparisons of all records, in the order of the records. */
final class Scores {
    private final ScoringSettings settings;
    private final List<RecordScore<BeatMatrix>> beats = new ArrayList<>();
    private final Map<RunKind, List<RecordScore<RunMatrix>>> runs = new EnumMap<>(RunKind.class);
    private final Map<EpisodeKind, List<RecordScore<EpisodeScore>>> episodes = new EnumMap<>(EpisodeKind.class);

    Scores(ScoringSettings settings) {
        this.settings = settings;
        for (RunKind kind : RunKind.values()) {
            runs.put(kind, new ArrayList<>());
        }
        for (EpisodeKind kind : EpisodeKind.values()) {
            episodes.put(kind, new ArrayList<>());
        }
    }

    /** Compares one more record. */
    void add(AnnotationPair pair) {
        beats.add(new RecordScore<>(pair.record(), BeatByBeat.compare(pair, settings)));
        runs.forEach(
                (kind, into) -> into.add(new RecordScore<>(pair.record(), RunByRun.compare(pair, settings, kind))));
        episodes.forEach((kind, into) ->
                into.add(new RecordScore<>(pair.record(), EpisodeByEpisode.compare(pair, settings, kind))));
    }

    ScoringSettings settings() {
        return settings;
    }

    List<RecordScore<BeatMatrix>> beats() {
        return beats;
    }

    List<RecordScore<RunMatrix>> runs(RunKind kind) {
        return runs.get(kind);
    }

    List<RecordScore<EpisodeScore>> episodes(EpisodeKind kind) {
        return episodes.get(kind);
    }

    /** Whether either annotator marked an episode of {@code kind} in any record. */
    boolean hasEpisodes(EpisodeKind kind) {
        return episodes(kind).stream()
                .map(RecordScore::score)
                .anyMatch(score -> score.sensitivity().isDefined()
                        || score.positivePredictivity().isDefined());
    }
}
