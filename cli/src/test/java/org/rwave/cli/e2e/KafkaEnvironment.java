package org.rwave.cli.e2e;

/** A Kafka cluster with a schema registry to test against. */
public interface KafkaEnvironment extends AutoCloseable {
    /** Where Kafka clients connect. */
    String bootstrapServers();

    /** Where registry clients connect. */
    String registryUrl();

    @Override
    void close();
}
