/**
 * Tests against a real broker and registry. A rule is written once, as an abstract contract, and runs in every
 * {@link org.rwave.cli.e2e.KafkaEnvironment}: embedded always, containers where Docker is there.
 */
package org.rwave.cli.e2e;
