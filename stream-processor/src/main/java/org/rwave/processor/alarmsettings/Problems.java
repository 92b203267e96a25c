package org.rwave.processor.alarmsettings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers what is wrong with one file. */
final class Problems {
    private final String file;
    private final List<SettingsProblem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Node where, String message) {
        add(line(where), message);
    }

    /** @param line counted from 1 */
    void add(int line, String message) {
        found.add(new SettingsProblem(file, line, message));
    }

    /** Where {@code node} begins, counted from 1. */
    int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** @throws BadAlarmSettings when there is any */
    void throwIfAny() {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(SettingsProblem::line));
            throw new BadAlarmSettings(found);
        }
    }
}
