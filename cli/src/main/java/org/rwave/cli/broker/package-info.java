/**
 * A Kafka broker and a schema registry in this process, for a demonstration, development and tests: nothing to install,
 * nothing left behind. Production runs against any Kafka and any registry with Confluent's REST API. Read on in
 * {@link org.rwave.cli.broker.EmbeddedCluster}.
 */
package org.rwave.cli.broker;
