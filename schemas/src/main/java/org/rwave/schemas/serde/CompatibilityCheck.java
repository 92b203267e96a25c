package org.rwave.schemas.serde;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/** The registry's rule for letting a schema into a subject (Confluent, "Schema Evolution and Compatibility"). */
public final class CompatibilityCheck {
    private CompatibilityCheck() {}

    /**
     * What speaks against {@code candidate} after {@code previous}, one line each; empty when it may be registered.
     *
     * @param previous the subject's schemas, oldest first
     */
    public static List<String> problems(Compatibility level, Schema candidate, List<Schema> previous) {
        List<String> problems = new ArrayList<>();
        int from = level.isTransitive() ? 0 : Math.max(0, previous.size() - 1);
        for (Schema old : previous.subList(from, previous.size())) {
            if (level.isBackward()) {
                collect("the new schema cannot read the old", candidate, old, problems);
            }
            if (level.isForward()) {
                collect("the old schema cannot read the new", old, candidate, problems);
            }
        }
        return problems;
    }

    private static void collect(String claim, Schema reader, Schema writer, List<String> problems) {
        SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (pair.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return;
        }
        pair.getResult()
                .getIncompatibilities()
                .forEach(problem -> problems.add(claim + ": " + problem.getType() + " at " + problem.getLocation()
                        + " (" + problem.getMessage() + ")"));
    }
}
