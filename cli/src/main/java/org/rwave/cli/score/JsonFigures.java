package org.rwave.cli.score;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import org.rwave.ecg.score.Ratio;

/** How figures of scores are written as JSON: what is not defined is null. */
public final class JsonFigures {
    private JsonFigures() {}

    /** {@code part}, {@code whole} and {@code percent}. */
    public static ObjectNode ratio(Ratio ratio) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("part", ratio.part()).put("whole", ratio.whole());
        put(node, "percent", ratio.percent());
        return node;
    }

    /** {@code value} under {@code name}. */
    public static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }
}
