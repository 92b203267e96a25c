package org.rwave.cli.loadtest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster under test.
 *
 * @param bootstrapServer brokers
 * @param schemaRegistry URL of the registry
 * @param clientProperties what clients need besides, such as TLS and SASL
 * @param commandConfig the file they come from, for the processors
 */
record ClusterAddress(
        String bootstrapServer,
        String schemaRegistry,
        Map<String, String> clientProperties,
        Optional<Path> commandConfig) {
    ClusterAddress {
        Map<String, String> all = new HashMap<>(clientProperties);
        all.put("bootstrap.servers", bootstrapServer);
        clientProperties = Map.copyOf(all);
    }
}
