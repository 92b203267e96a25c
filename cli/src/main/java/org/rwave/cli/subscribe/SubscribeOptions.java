package org.rwave.cli.subscribe;

import java.util.Set;
import java.util.TreeSet;
import org.rwave.schemas.topic.Topics;
import picocli.CommandLine.Option;

/** What all subscribing commands have in common. */
final class SubscribeOptions {
    @Option(
            names = "--patient",
            paramLabel = "ID",
            split = ",",
            description = "Only these patients; repeat or separate with commas (default: all).")
    private Set<String> patients = new TreeSet<>();

    @Option(names = "--from-beginning", description = "Also what is in the topic already (default: only what comes).")
    private boolean fromBeginning;

    @Option(
            names = "--json",
            description = "One JSON object per line, fields as in the Avro schema, times as ISO 8601.")
    private boolean json;

    @Option(
            names = "--group",
            paramLabel = "ID",
            description = "Read as a consumer group, which remembers its place and shares partitions among its members"
                    + " (default: read all partitions, remember nothing).")
    private String group;

    @Option(names = "--count", paramLabel = "N", description = "End after so many lines (default: go on until Ctrl-C).")
    private long count = Long.MAX_VALUE;

    @Option(names = "--topic-prefix", paramLabel = "TEXT", defaultValue = "", description = "Before every topic name.")
    private String topicPrefix;

    boolean wants(String patientId) {
        return patients.isEmpty() || patients.contains(patientId);
    }

    boolean fromBeginning() {
        return fromBeginning;
    }

    boolean json() {
        return json;
    }

    /** The consumer group; null for none. */
    String group() {
        return group;
    }

    long count() {
        return count;
    }

    Topics topics() {
        return Topics.withPrefix(topicPrefix);
    }
}
