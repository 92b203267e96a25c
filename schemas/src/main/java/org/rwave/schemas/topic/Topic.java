package org.rwave.schemas.topic;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.rwave.schemas.serde.Compatibility;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.RecordFormat;
import org.rwave.schemas.serde.RecordSerializer;
import org.rwave.schemas.serde.Registry;

/**
 * One topic of Avro records. The key is always the patient id as a plain string, so one patient stays in one partition
 * and in order.
 *
 * @param <T> what its records hold
 */
public record Topic<T>(String name, RecordFormat<T> format, Compatibility compatibility, Duration retention) {
    /** Partitions unless told otherwise. Fixed early: another count would send patients to other tasks' state. */
    public static final int DEFAULT_PARTITIONS = 12;

    /** The registry's subject of the values. */
    public String subject() {
        return name + "-value";
    }

    /** Topic settings for Kafka: time-bounded, nothing compacted away. */
    public Map<String, String> config() {
        return config(retention);
    }

    @Override
    public String toString() {
        return name;
    }

    static Map<String, String> config(Duration retention) {
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis()));
    }

    /** Registers the schema now. */
    public RecordSerializer<T> serializer(Registry registry) {
        return new RecordSerializer<>(format, subject(), registry);
    }

    /** Asks the registry for each writer's schema when it first meets one. */
    public RecordDeserializer<T> deserializer(Registry registry) {
        return new RecordDeserializer<>(format, registry);
    }

    /** Both; registers the schema now. */
    public Serde<T> serde(Registry registry) {
        return Serdes.serdeFrom(serializer(registry), deserializer(registry));
    }

    /** Registers the schema and how it may evolve. */
    public void register(Registry registry) {
        registry.setCompatibility(subject(), compatibility);
        registry.register(subject(), format.schema());
    }
}
