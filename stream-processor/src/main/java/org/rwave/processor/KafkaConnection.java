package org.rwave.processor;

import java.util.HashMap;
import java.util.Map;

/**
 * Where Kafka and the schema registry are.
 *
 * @param bootstrapServers brokers, comma-separated
 * @param schemaRegistry URL of a registry with Confluent's API
 * @param clientProperties any client property, such as those of TLS and SASL; also Kafka Streams' own, with its prefixes
 */
public record KafkaConnection(String bootstrapServers, String schemaRegistry, Map<String, String> clientProperties) {
    public KafkaConnection {
        clientProperties = Map.copyOf(clientProperties);
    }

    /** The properties of an admin client. */
    Map<String, Object> adminProperties() {
        Map<String, Object> properties = new HashMap<>(clientProperties);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }

    /** Without the client properties, which may hold passwords. */
    @Override
    public String toString() {
        return bootstrapServers + ", registry " + schemaRegistry;
    }
}
