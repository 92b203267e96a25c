/**
 * {@code rwave alerts}, {@code beats} and {@code vitals}: read a topic and print one line per fact, for people or as
 * JSON. In: Avro records from Kafka. Out: the terminal. Times are UTC.
 */
package org.rwave.cli.subscribe;
