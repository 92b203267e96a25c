/** {@code rwave topics}: prepares a Kafka cluster and its schema registry for rwave. */
package org.rwave.cli.topics;
