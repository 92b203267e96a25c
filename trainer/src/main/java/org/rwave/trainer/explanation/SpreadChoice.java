package org.rwave.trainer.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chooses a few of many things so that every group has its share: beats, so that no patient speaks for all. */
public final class SpreadChoice {
    private SpreadChoice() {}

    /** Up to {@code limit} of {@code things}, taken in turn from each group in the order of their keys. */
    public static <T> List<T> of(List<T> things, Function<T, String> group, int limit) {
        Map<String, List<T>> groups =
                things.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
        List<T> chosen = new ArrayList<>();
        for (int round = 0; chosen.size() < Math.min(limit, things.size()); round++) {
            for (List<T> members : groups.values()) {
                if (round < members.size() && chosen.size() < limit) {
                    chosen.add(members.get(round));
                }
            }
        }
        return chosen;
    }
}
