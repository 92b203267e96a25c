package org.rwave.cli.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.Criterion;
import org.rwave.ecg.alarm.RuleSource;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.beat.Preprocessing;

/** The account of one alarm for programs. */
final class ExplanationJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ExplanationJson() {}

    static String of(Explanation explanation) {
        ObjectNode root = JSON.createObjectNode();
        AlarmEvent event = explanation.event();
        root.put("alertId", explanation.id().toString());
        root.put("patientId", explanation.id().feed().patientId());
        root.put("sourceId", explanation.id().feed().sourceId());
        root.put("kind", event.kind().name());
        root.put("priority", event.priority().name());
        root.put("message", event.message());
        root.put("onsetSampleIndex", event.onsetSampleIndex());
        root.put("onsetTime", time(event.onsetEpochMicros()));
        root.put("decidedSampleIndex", event.atSampleIndex());
        root.put("decidedTime", time(event.atEpochMicros()));
        ArrayNode evidence = root.putArray("evidenceSampleIndexes");
        event.evidenceSampleIndexes().forEach(evidence::add);
        later(root.putArray("later"), explanation);
        rule(root.putObject("rule"), event);
        root.put("modelHash", explanation.modelHash());
        root.put("preprocessing", Preprocessing.ID);
        explanation
                .input()
                .ifPresent(input -> root.putObject("input")
                        .put("topic", input.topic())
                        .put("partition", input.partition())
                        .put("firstOffset", input.firstOffset())
                        .put("lastOffset", input.lastOffset()));
        beats(root.putArray("beats"), explanation);
        recomputed(root.putObject("recomputed"), explanation);
        root.put("notice", "Research and education software; not a medical device.");
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an explanation that cannot be written", e);
        }
    }

    private static String time(long epochMicros) {
        return Instant.EPOCH.plusNanos(1000 * epochMicros).toString();
    }

    private static void later(ArrayNode later, Explanation explanation) {
        for (AlarmEvent event : explanation.later()) {
            later.addObject()
                    .put("phase", event.phase().name())
                    .put("decidedSampleIndex", event.atSampleIndex())
                    .put("message", event.message());
        }
    }

    private static void rule(ObjectNode rule, AlarmEvent event) {
        rule.put("version", event.ruleVersion());
        rule.put("source", RuleSource.of(event.kind()));
        ArrayNode criteria = rule.putArray("criteria");
        for (Criterion criterion : event.criteria()) {
            criteria.addObject()
                    .put("quantity", criterion.quantity())
                    .put("measured", criterion.measured())
                    .put("comparison", criterion.comparison().sign())
                    .put("threshold", criterion.threshold())
                    .put("unit", criterion.unit())
                    .put("setting", criterion.setting());
        }
    }

    private static void beats(ArrayNode beats, Explanation explanation) {
        for (ClassifiedBeat beat : explanation.beats()) {
            ObjectNode node = beats.addObject();
            node.put("sampleIndex", beat.sampleIndex());
            node.put("time", time(beat.epochMicros()));
            node.put("class", beat.beatClass().name());
            ObjectNode probabilities = node.putObject("probabilities");
            for (BeatClass beatClass : BeatClass.values()) {
                probabilities.put(beatClass.name(), beat.probabilities().of(beatClass));
            }
            beat.rrMicros().ifPresent(rr -> node.put("rrMicros", rr));
            node.put("isEvidence", explanation.isEvidence(beat));
            node.put("lowQuality", beat.lowQuality());
        }
    }

    private static void recomputed(ObjectNode node, Explanation explanation) {
        node.put("from", explanation.recomputedFrom());
        node.put("identical", explanation.verdict().isIdentical());
        ArrayNode differences = node.putArray("differences");
        explanation.verdict().differences().forEach(differences::add);
        ArrayNode notes = node.putArray("notes");
        explanation.verdict().notes().forEach(notes::add);
    }
}
