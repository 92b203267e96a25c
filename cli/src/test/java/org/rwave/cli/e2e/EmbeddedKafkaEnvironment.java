package org.rwave.cli.e2e;

import org.rwave.cli.broker.EmbeddedCluster;
import org.rwave.schemas.topic.Topics;

/** The broker and registry that {@code rwave broker} and {@code rwave demo} run. */
final class EmbeddedKafkaEnvironment implements KafkaEnvironment {
    private final EmbeddedCluster cluster = EmbeddedCluster.start(Topics.standard());

    @Override
    public String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    @Override
    public String registryUrl() {
        return cluster.registryUrl();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
