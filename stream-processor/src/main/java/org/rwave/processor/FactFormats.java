package org.rwave.processor;

import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.avro.Vitals;
import org.rwave.schemas.serde.RecordSerializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/**
 * How facts become bytes. Their schemas are registered when this is made, so that a registry that is down or refuses is
 * noticed at start and not at the first alarm. Safe for use by several threads.
 */
final class FactFormats {
    private final Topics topics;
    private final RecordSerializer<Beat> beats;
    private final RecordSerializer<Vitals> vitals;
    private final RecordSerializer<Alert> alerts;

    FactFormats(Topics topics, Registry registry) {
        this.topics = topics;
        this.beats = topics.beats().serializer(registry);
        this.vitals = topics.vitals().serializer(registry);
        this.alerts = topics.alerts().serializer(registry);
    }

    String waveformTopic() {
        return topics.waveform().name();
    }

    byte[] beat(Beat beat) {
        return beats.serialize(topics.beats().name(), beat);
    }

    byte[] vitals(Vitals state) {
        return vitals.serialize(topics.vitals().name(), state);
    }

    byte[] alert(Alert alert) {
        return alerts.serialize(topics.alerts().name(), alert);
    }
}
