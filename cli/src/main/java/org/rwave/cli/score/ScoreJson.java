package org.rwave.cli.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.rwave.ecg.score.BeatLabel;
import org.rwave.ecg.score.BeatMatrix;
import org.rwave.ecg.score.BeatReport;
import org.rwave.ecg.score.BeatStatistic;
import org.rwave.ecg.score.DetectionCounts;
import org.rwave.ecg.score.EpisodeKind;
import org.rwave.ecg.score.EpisodeReport;
import org.rwave.ecg.score.EpisodeScore;
import org.rwave.ecg.score.EpisodeTotals;
import org.rwave.ecg.score.RecordScore;
import org.rwave.ecg.score.RunKind;
import org.rwave.ecg.score.RunLength;
import org.rwave.ecg.score.RunMatrix;
import org.rwave.ecg.score.RunReport;
import org.rwave.ecg.score.ScoringSettings;

/**
 * All figures as one JSON object: how it was compared, every record, the sum over all ({@code gross}) and the mean over
 * records ({@code average}, percent, of beats, runs and episodes). Ratios give both counts; an undefined percentage is
 * {@code null}.
 */
final class ScoreJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ScoreJson() {}

    static String of(Scores scores, AnnotationFolders folders, RecordChoice choice) throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("reference")
                .put("folder", folders.reference().toString())
                .put("annotator", folders.referenceAnnotator());
        root.putObject("test").put("folder", folders.test().toString()).put("annotator", folders.testAnnotator());
        root.set("settings", settings(scores.settings()));
        ArrayNode records = root.putArray("records");
        for (int i = 0; i < scores.beats().size(); i++) {
            records.add(record(scores, i));
        }
        root.set("gross", gross(scores));
        root.set("average", average(scores));
        ObjectNode missing = root.putObject("notScored");
        choice.withoutTest().forEach(missing.putArray("withoutTest")::add);
        choice.withoutReference().forEach(missing.putArray("withoutReference")::add);
        return JSON.writeValueAsString(root);
    }

    private static ObjectNode settings(ScoringSettings settings) {
        ObjectNode node = JSON.createObjectNode()
                .put("mapping", name(settings.mapping()))
                .put("mappingTitle", settings.mapping().title())
                .put("fromMillis", settings.start().toMillis())
                .put("windowMillis", settings.matchWindow().toMillis())
                .put("permittedByEc57", settings.isStandard());
        settings.end().ifPresent(end -> node.put("toMillis", end.toMillis()));
        return node;
    }

    private static ObjectNode record(Scores scores, int index) {
        ObjectNode node = JSON.createObjectNode();
        node.put("record", scores.beats().get(index).record());
        node.set("beats", beats(scores.beats().get(index).score()));
        ObjectNode runs = node.putObject("runs");
        for (RunKind kind : RunKind.values()) {
            runs.set(name(kind), runs(scores.runs(kind).get(index).score()));
        }
        ObjectNode episodes = node.putObject("episodes");
        for (EpisodeKind kind : EpisodeKind.values()) {
            episodes.set(
                    name(kind), episodes(EpisodeTotals.of(scores.episodes(kind).subList(index, index + 1))));
        }
        return node;
    }

    private static ObjectNode gross(Scores scores) {
        ObjectNode node = JSON.createObjectNode();
        node.set("beats", beats(BeatReport.sum(scores.beats())));
        ObjectNode runs = node.putObject("runs");
        for (RunKind kind : RunKind.values()) {
            runs.set(name(kind), runs(RunReport.sum(scores.runs(kind))));
        }
        ObjectNode episodes = node.putObject("episodes");
        for (EpisodeKind kind : EpisodeKind.values()) {
            episodes.set(name(kind), episodes(EpisodeTotals.of(scores.episodes(kind))));
        }
        return node;
    }

    private static ObjectNode average(Scores scores) {
        ObjectNode node = JSON.createObjectNode();
        for (BeatStatistic statistic : BeatStatistic.values()) {
            JsonFigures.put(node, name(statistic), BeatReport.average(scores.beats(), statistic));
        }
        ObjectNode runs = node.putObject("runs");
        for (RunKind kind : RunKind.values()) {
            runs.set(name(kind), averageRuns(scores.runs(kind)));
        }
        ObjectNode episodes = node.putObject("episodes");
        for (EpisodeKind kind : EpisodeKind.values()) {
            episodes.set(name(kind), averageEpisodes(scores.episodes(kind)));
        }
        return node;
    }

    private static ObjectNode averageRuns(List<RecordScore<RunMatrix>> records) {
        ObjectNode node = JSON.createObjectNode();
        for (RunLength length : RunLength.values()) {
            ObjectNode statistics = node.putObject(name(length));
            JsonFigures.put(
                    statistics, "sensitivity", RunReport.average(records, matrix -> matrix.sensitivity(length)));
            JsonFigures.put(
                    statistics,
                    "positivePredictivity",
                    RunReport.average(records, matrix -> matrix.positivePredictivity(length)));
        }
        return node;
    }

    private static ObjectNode averageEpisodes(List<RecordScore<EpisodeScore>> records) {
        ObjectNode node = JSON.createObjectNode();
        JsonFigures.put(node, "sensitivity", EpisodeReport.average(records, EpisodeScore::sensitivity));
        JsonFigures.put(
                node, "positivePredictivity", EpisodeReport.average(records, EpisodeScore::positivePredictivity));
        JsonFigures.put(
                node,
                "durationSensitivity",
                EpisodeReport.averageOfDurations(records, EpisodeScore::durationSensitivity));
        JsonFigures.put(
                node,
                "durationPositivePredictivity",
                EpisodeReport.averageOfDurations(records, EpisodeScore::durationPositivePredictivity));
        return node;
    }

    private static ObjectNode beats(BeatMatrix matrix) {
        ObjectNode node = JSON.createObjectNode();
        ObjectNode rows = node.putObject("matrix");
        for (BeatLabel row : BeatLabel.values()) {
            ObjectNode columns = rows.putObject(row.name());
            for (BeatLabel column : BeatLabel.values()) {
                columns.put(column.name().toLowerCase(Locale.ROOT), matrix.count(row, column));
            }
        }
        node.set("qrs", detection(matrix.qrs()));
        node.set("veb", detection(matrix.ventricular()));
        node.set("sveb", detection(matrix.supraventricular()));
        node.set("fusion", detection(matrix.fusion()));
        node.put("shutdownSeconds", matrix.shutdownSeconds());
        JsonFigures.put(node, "rmsRrErrorMillis", matrix.rmsRrErrorMillis());
        return node;
    }

    private static ObjectNode runs(RunMatrix matrix) {
        ObjectNode node = JSON.createObjectNode();
        for (RunLength length : RunLength.values()) {
            ObjectNode statistics = node.putObject(name(length));
            statistics.set("sensitivity", JsonFigures.ratio(matrix.sensitivity(length)));
            statistics.set("positivePredictivity", JsonFigures.ratio(matrix.positivePredictivity(length)));
        }
        return node;
    }

    private static ObjectNode episodes(EpisodeTotals totals) {
        ObjectNode node = JSON.createObjectNode();
        node.set("sensitivity", JsonFigures.ratio(totals.sensitivity()));
        node.set("positivePredictivity", JsonFigures.ratio(totals.positivePredictivity()));
        node.set("durationSensitivity", JsonFigures.ratio(totals.durationSensitivity()));
        node.set("durationPositivePredictivity", JsonFigures.ratio(totals.durationPositivePredictivity()));
        return node;
    }

    private static ObjectNode detection(DetectionCounts counts) {
        ObjectNode node = JSON.createObjectNode()
                .put("truePositives", counts.truePositives())
                .put("falseNegatives", counts.falseNegatives())
                .put("falsePositives", counts.falsePositives());
        node.set("sensitivity", JsonFigures.ratio(counts.sensitivity()));
        node.set("positivePredictivity", JsonFigures.ratio(counts.positivePredictivity()));
        return node;
    }

    /** {@code ATRIAL_FIBRILLATION} as {@code atrialFibrillation}. */
    private static String name(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        boolean isStartOfWord = false;
        for (char letter : constant.name().toCharArray()) {
            if (letter != '_') {
                name.append(isStartOfWord ? letter : Character.toLowerCase(letter));
            }
            isStartOfWord = letter == '_';
        }
        return name.toString();
    }
}
