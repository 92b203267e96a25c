package org.rwave.cli.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.signal.SamplingRate;

/**
 * Whether the recomputed alarm is the one that was raised.
 *
 * @param differences what is not the same; empty when all is
 * @param notes what may explain a difference, or limits what a match proves
 */
record Verdict(List<String> differences, List<String> notes) {
    Verdict {
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    boolean isIdentical() {
        return differences.isEmpty();
    }

    /** Compares the start of an alarm with the starts that were recomputed. */
    static Verdict of(AlarmEvent raised, List<AlarmEvent> recomputed, SamplingRate rate, List<String> notes) {
        Optional<AlarmEvent> nearest = recomputed.stream()
                .filter(event -> event.kind() == raised.kind())
                .min(Comparator.comparingLong(event -> distance(raised, event)));
        List<String> differences = new ArrayList<>();
        if (nearest.isEmpty() || distance(raised, nearest.get()) > rate.sampleAt(60)) {
            differences.add("no such alarm is raised within a minute of it" + insteadOf(raised, recomputed, rate));
        } else {
            compare(raised, nearest.get(), rate, differences);
        }
        return new Verdict(differences, notes);
    }

    private static String insteadOf(AlarmEvent raised, List<AlarmEvent> recomputed, SamplingRate rate) {
        List<String> others = recomputed.stream()
                .filter(event -> Math.abs(event.atSampleIndex() - raised.atSampleIndex()) < rate.sampleAt(10))
                .map(event -> event.kind() + " at sample " + event.atSampleIndex())
                .toList();
        return others.isEmpty() ? "" : "; instead: " + String.join(", ", others);
    }

    private static long distance(AlarmEvent one, AlarmEvent other) {
        return Math.abs(one.onsetSampleIndex() - other.onsetSampleIndex());
    }

    private static void compare(AlarmEvent raised, AlarmEvent again, SamplingRate rate, List<String> differences) {
        differ("onset sample", raised.onsetSampleIndex(), again.onsetSampleIndex(), differences);
        differ("deciding sample", raised.atSampleIndex(), again.atSampleIndex(), differences);
        differ("evidence", raised.evidenceSampleIndexes(), again.evidenceSampleIndexes(), differences);
        differ("priority", raised.priority(), again.priority(), differences);
        differ("rule", raised.ruleVersion(), again.ruleVersion(), differences);
        differ("message", raised.message(), again.message(), differences);
        if (!raised.criteria().isEmpty()) {
            differ("conditions", raised.criteria(), again.criteria(), differences);
        }
        if (Math.abs(raised.onsetEpochMicros() - again.onsetEpochMicros()) > 1e6 / rate.hertz()) {
            differ("onset time", raised.onsetEpochMicros(), again.onsetEpochMicros(), differences);
        }
    }

    private static void differ(String what, Object raised, Object again, List<String> differences) {
        if (!raised.equals(again)) {
            differences.add(what + " was " + raised + ", is now " + again);
        }
    }
}
