package org.rwave.processor.alarmsettings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * One mapping of the file, key by key with lines. Works on the nodes of the parse tree, not on values: keeps lines and
 * duplicates, and {@code off} is a word here, not the boolean that YAML 1.1 would make of it.
 */
final class YamlSection {
    /** One key with its value. */
    record Entry(String key, int line, Node value) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Problems problems;

    private YamlSection(Problems problems) {
        this.problems = problems;
    }

    /** Reads {@code node}; anything but a mapping is a problem and counts as an empty one. */
    static YamlSection of(Node node, String what, Problems problems) {
        YamlSection section = new YamlSection(problems);
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, what + " must be a mapping (key: value), was " + describe(node));
            return section;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            section.add(tuple, what);
        }
        return section;
    }

    private void add(NodeTuple tuple, String what) {
        Node keyNode = tuple.getKeyNode();
        if (!(keyNode instanceof ScalarNode scalar)) {
            problems.add(keyNode, "a key in " + what + " must be a word, was " + describe(keyNode));
            return;
        }
        int line = problems.line(keyNode);
        Entry before = entries.putIfAbsent(scalar.getValue(), new Entry(scalar.getValue(), line, tuple.getValueNode()));
        if (before != null) {
            problems.add(keyNode, scalar.getValue() + " is there twice, first on line " + before.line());
        }
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    Optional<Entry> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Reports every key that is not among {@code permitted}. */
    YamlSection requireOnly(Collection<String> permitted, String what) {
        for (Entry entry : entries.values()) {
            if (!permitted.contains(entry.key())) {
                problems.add(
                        entry.line(),
                        "unknown " + what + " " + entry.key() + Suggestion.amongst(permitted, entry.key()));
            }
        }
        return this;
    }

    /** The node for a message. */
    static String describe(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? "nothing" : "'" + scalar.getValue() + "'";
        }
        return node instanceof MappingNode ? "a mapping" : "a list";
    }
}
