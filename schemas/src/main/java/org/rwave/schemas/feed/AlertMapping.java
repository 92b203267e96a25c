package org.rwave.schemas.feed;

import java.time.Instant;
import java.util.Optional;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.alarm.AlarmPriority;
import org.rwave.ecg.alarm.Attention;
import org.rwave.ecg.alarm.Criterion;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertCategory;
import org.rwave.schemas.avro.AlertCriterion;
import org.rwave.schemas.avro.AlertInput;
import org.rwave.schemas.avro.AlertPhase;
import org.rwave.schemas.avro.AlertPriority;

/** {@code Alert} of Avro to {@link AlarmEvent} and back. */
public final class AlertMapping {
    private AlertMapping() {}

    /**
     * The alarm as published.
     *
     * @param input where the deciding samples lie; empty when they did not come from Kafka
     * @param modelHash the model that classified the evidence; empty text when none did
     */
    public static Alert toAvro(FeedId feed, AlarmEvent event, Optional<InputOffsets> input, String modelHash) {
        return toAvro(feed, event, input, modelHash, AlertCircumstances.NONE);
    }

    /** The same, with the settings in force and what people have done about the alarm. */
    public static Alert toAvro(
            FeedId feed,
            AlarmEvent event,
            Optional<InputOffsets> input,
            String modelHash,
            AlertCircumstances circumstances) {
        Attention attention = circumstances.attention();
        return new Alert(
                new AlertId(feed, event.kind(), event.onsetSampleIndex()).toString(),
                feed.patientId(),
                feed.sourceId(),
                event.kind().name(),
                Checks.constant(
                        "category", AlertCategory.class, event.kind().category().name()),
                Checks.constant(
                        "priority", AlertPriority.class, event.priority().name()),
                Checks.constant("phase", AlertPhase.class, event.phase().name()),
                event.onsetSampleIndex(),
                Times.instant(event.onsetEpochMicros()),
                event.atSampleIndex(),
                Times.instant(event.atEpochMicros()),
                event.message(),
                event.evidenceSampleIndexes(),
                input.map(at -> new AlertInput(at.topic(), at.partition(), at.firstOffset(), at.lastOffset()))
                        .orElse(null),
                event.ruleVersion(),
                modelHash,
                event.criteria().stream().map(AlertMapping::toAvro).toList(),
                circumstances.settingsFingerprint(),
                attention.latched(),
                attention.acknowledged().map(Attention.By::who).orElse(""),
                attention
                        .acknowledged()
                        .map(by -> Times.instant(by.epochMicros()))
                        .orElse(null),
                attention.silenced().map(Attention.By::who).orElse(""),
                attention.silenced().map(by -> Times.instant(by.epochMicros())).orElse(null),
                circumstances.commandId(),
                circumstances.commandReason());
    }

    /**
     * The alarm as the monitor stated it.
     *
     * @throws IllegalArgumentException naming the field that breaks its rule or the kind that this version does not know
     */
    public static AlarmEvent fromAvro(Alert avro) {
        return new AlarmEvent(
                Checks.constant("kind", AlarmKind.class, avro.getKind()),
                Checks.constant(
                        "priority", AlarmPriority.class, avro.getPriority().name()),
                Checks.constant("phase", AlarmPhase.class, avro.getPhase().name()),
                Checks.sampleIndex("onsetSampleIndex", avro.getOnsetSampleIndex()),
                Times.epochMicros("onsetTime", avro.getOnsetTime()),
                Checks.sampleIndex("decidedSampleIndex", avro.getDecidedSampleIndex()),
                Times.epochMicros("decidedTime", avro.getDecidedTime()),
                avro.getMessage(),
                avro.getEvidenceSampleIndexes(),
                avro.getRuleVersion(),
                avro.getCriteria().stream().map(AlertMapping::fromAvro).toList());
    }

    /** What people have done about the alarm, as the processor stated it. */
    public static Attention attentionOf(Alert avro) {
        return new Attention(
                by(avro.getAcknowledgedBy(), "acknowledgedAt", avro.getAcknowledgedAt()),
                by(avro.getSilencedBy(), "silencedUntil", avro.getSilencedUntil()),
                avro.getLatched());
    }

    private static Optional<Attention.By> by(String who, String field, Instant at) {
        return at == null ? Optional.empty() : Optional.of(new Attention.By(who, Times.epochMicros(field, at)));
    }

    private static AlertCriterion toAvro(Criterion criterion) {
        return new AlertCriterion(
                criterion.quantity(),
                criterion.measured(),
                criterion.comparison().sign(),
                criterion.threshold(),
                criterion.unit(),
                criterion.setting());
    }

    private static Criterion fromAvro(AlertCriterion avro) {
        return new Criterion(
                avro.getQuantity(),
                avro.getMeasured(),
                comparison(avro.getComparison()),
                avro.getThreshold(),
                avro.getUnit(),
                avro.getSetting());
    }

    private static Criterion.Comparison comparison(String sign) {
        for (Criterion.Comparison comparison : Criterion.Comparison.values()) {
            if (comparison.sign().equals(sign)) {
                return comparison;
            }
        }
        throw new IllegalArgumentException("comparison must be one of >=, > and <, was " + sign);
    }

    /** Whose alarm it is. */
    public static FeedId feedOf(Alert avro) {
        return new FeedId(avro.getPatientId(), avro.getSourceId());
    }
}
