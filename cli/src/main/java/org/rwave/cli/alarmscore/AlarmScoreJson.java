package org.rwave.cli.alarmscore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.rwave.cli.score.JsonFigures;
import org.rwave.ecg.score.alarm.AlarmScorer;
import org.rwave.ecg.score.alarm.AlarmTotals;
import org.rwave.ecg.score.alarm.AlarmVerdict;
import org.rwave.ecg.score.alarm.EpisodeFinding;
import org.rwave.ecg.score.alarm.JudgedAlarm;
import org.rwave.ecg.score.alarm.RecordAlarms;
import org.rwave.ecg.score.alarm.ScoredRhythm;
import org.rwave.ecg.signal.SamplingRate;

/** All figures as one JSON object: the rule, every record with its episodes and alarms, the totals. Times in seconds. */
final class AlarmScoreJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private AlarmScoreJson() {}

    static String of(List<RecordAlarms> records) throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("rule")
                .put("text", String.join(" ", AlarmScoreText.RULE))
                .put("lateSeconds", AlarmScorer.LATE_SECONDS)
                .put("earlySeconds", AlarmScorer.EARLY_SECONDS);
        ArrayNode nodes = root.putArray("records");
        records.forEach(record -> nodes.add(record(record)));
        root.set("total", totals(records));
        return JSON.writeValueAsString(root);
    }

    private static ObjectNode record(RecordAlarms record) {
        SamplingRate rate = record.rate();
        ObjectNode node = JSON.createObjectNode()
                .put("record", record.record())
                .put("seconds", rate.secondsAt(record.samples()))
                .put("quietSeconds", rate.secondsAt(record.quietSamples()));
        node.set("totals", totals(List.of(record)));
        ArrayNode episodes = node.putArray("episodes");
        record.findings().forEach(finding -> episodes.add(episode(finding, rate)));
        ArrayNode below = node.putArray("belowDefinition");
        record.belowDefinition()
                .forEach(episode -> below.addObject()
                        .put("rhythm", episode.rhythm().name())
                        .put("start", rate.secondsAt(episode.start()))
                        .put("end", rate.secondsAt(episode.end())));
        ArrayNode alarms = node.putArray("alarms");
        record.alarms().forEach(alarm -> alarms.add(alarm(alarm, rate)));
        return node;
    }

    private static ObjectNode episode(EpisodeFinding finding, SamplingRate rate) {
        ObjectNode node = JSON.createObjectNode()
                .put("rhythm", finding.episode().rhythm().name())
                .put("start", rate.secondsAt(finding.episode().start()))
                .put("end", rate.secondsAt(finding.episode().end()))
                .put("isFound", finding.delaySamples().isPresent())
                .put("covered", rate.secondsAt(finding.coveredSamples()))
                .put("lethalCovered", rate.secondsAt(finding.lethalCoveredSamples()));
        JsonFigures.put(node, "delay", seconds(finding.delaySamples(), rate));
        JsonFigures.put(node, "lethalDelay", seconds(finding.lethalDelaySamples(), rate));
        return node;
    }

    private static OptionalDouble seconds(OptionalLong samples, SamplingRate rate) {
        return samples.isPresent() ? OptionalDouble.of(rate.secondsAt(samples.getAsLong())) : OptionalDouble.empty();
    }

    private static ObjectNode alarm(JudgedAlarm alarm, SamplingRate rate) {
        return JSON.createObjectNode()
                .put("rhythm", alarm.rhythm().name())
                .put("verdict", alarm.verdict().name())
                .put("onset", rate.secondsAt(alarm.alarm().onset()))
                .put("raised", rate.secondsAt(alarm.alarm().raised()))
                .put("ended", rate.secondsAt(alarm.alarm().ended()))
                .put("message", alarm.alarm().message());
    }

    private static ObjectNode totals(List<RecordAlarms> records) {
        ObjectNode node = JSON.createObjectNode();
        for (ScoredRhythm rhythm : ScoredRhythm.values()) {
            AlarmTotals totals = AlarmTotals.of(rhythm, records);
            ObjectNode one = node.putObject(rhythm.name());
            one.set("found", JsonFigures.ratio(totals.found()));
            one.set("foundByLethal", JsonFigures.ratio(totals.foundByLethal()));
            one.set("coveredMillis", JsonFigures.ratio(totals.coveredMillis()));
            one.set("lethalCoveredMillis", JsonFigures.ratio(totals.lethalCoveredMillis()));
            one.put("belowDefinition", totals.belowDefinition());
            JsonFigures.put(one, "delayMedian", totals.delayPercentile(50));
            JsonFigures.put(one, "delayPercentile95", totals.delayPercentile(95));
            ObjectNode verdicts = one.putObject("alarms");
            for (AlarmVerdict verdict : AlarmVerdict.values()) {
                verdicts.put(verdict.name(), totals.count(verdict));
            }
            one.put("quietHours", totals.quietHours());
            JsonFigures.put(one, "falsePerHour", totals.falsePerHour());
        }
        return node;
    }
}
