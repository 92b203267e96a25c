package org.rwave.ecg.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which rhythm has the word at each moment: of those that are stated at once, that of the first layer. */
final class RhythmCourse {
    private final List<TreeMap<Long, Stretch>> layers = new ArrayList<>();

    /** Adds a layer below those that are there; its stretches do not overlap. */
    RhythmCourse below(List<Stretch> stretches) {
        TreeMap<Long, Stretch> layer = new TreeMap<>();
        stretches.stream()
                .filter(stretch -> stretch.end() > stretch.start())
                .forEach(stretch -> layer.put(stretch.start(), stretch));
        layers.add(layer);
        return this;
    }

    /** The changes before {@code endSample}, in order; neighbours differ in name. Nothing is said where no layer is. */
    List<Stretch> changes(long endSample) {
        TreeSet<Long> bounds = new TreeSet<>();
        layers.forEach(layer -> layer.values().forEach(stretch -> {
            bounds.add(stretch.start());
            bounds.add(stretch.end());
        }));
        List<Stretch> changes = new ArrayList<>();
        long since = 0;
        String name = "";
        for (long bound : bounds.headSet(endSample)) {
            String now = nameAt(bound);
            if (!now.equals(name)) {
                addNamed(name, since, bound, changes);
                since = bound;
                name = now;
            }
        }
        addNamed(name, since, endSample, changes);
        return changes;
    }

    private static void addNamed(String name, long start, long end, List<Stretch> into) {
        if (!name.isEmpty()) {
            into.add(new Stretch(start, end, name));
        }
    }

    /** Empty where no layer says anything. */
    private String nameAt(long sample) {
        for (TreeMap<Long, Stretch> layer : layers) {
            Map.Entry<Long, Stretch> latest = layer.floorEntry(sample);
            if (latest != null && sample < latest.getValue().end()) {
                return latest.getValue().name();
            }
        }
        return "";
    }
}
