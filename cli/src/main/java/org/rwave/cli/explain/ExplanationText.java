package org.rwave.cli.explain;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.Criterion;
import org.rwave.ecg.alarm.RuleSource;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.beat.Preprocessing;

/** The account of one alarm for people, at a terminal. */
final class ExplanationText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final Explanation explanation;
    private final PrintWriter out;

    ExplanationText(Explanation explanation, PrintWriter out) {
        this.explanation = explanation;
        this.out = out;
    }

    void print() {
        alarm();
        strip();
        beats();
        rule();
        recomputed();
        out.println();
        out.println("Research and education software; not a medical device.");
        out.flush();
    }

    private void alarm() {
        AlarmEvent event = explanation.event();
        out.println(event.message());
        out.println("  alert id  " + explanation.id());
        out.println("  priority  " + event.priority() + ", " + event.kind().category());
        out.println("  onset     " + at(event.onsetEpochMicros(), event.onsetSampleIndex()));
        out.printf(
                Locale.ROOT,
                "  decided   %s, %.2f s after the onset%n",
                at(event.atEpochMicros(), event.atSampleIndex()),
                explanation.rate().secondsAt(event.atSampleIndex() - event.onsetSampleIndex()));
        for (AlarmEvent later : explanation.later()) {
            out.println("  then      " + later.phase() + " " + at(later.atEpochMicros(), later.atSampleIndex()) + ": "
                    + later.message());
        }
    }

    /** A recording has no wall time of its own. */
    private String at(long epochMicros, long sample) {
        String time = explanation.input().isEmpty()
                ? ""
                : TIME.format(Instant.EPOCH.plusNanos(1000 * epochMicros)) + " UTC, ";
        return String.format(
                Locale.ROOT,
                "%ssample %d (%.3f s)",
                time,
                sample,
                explanation.rate().secondsAt(sample));
    }

    private void strip() {
        out.println();
        if (explanation.strip().isEmpty()) {
            out.println("No waveform of this stretch is left on the topic.");
            return;
        }
        out.println("Waveform: beats by class, ━ evidence, △ onset, ▲ decision, time since the source began");
        new BrailleStrip(explanation).lines().forEach(out::println);
    }

    private void beats() {
        out.println();
        out.println("Beats (* counted by the rule)");
        out.println("    sample      time s  class     N      S      V      F      Q    RR ms  remarks");
        for (ClassifiedBeat beat : explanation.beats()) {
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT,
                    "  %s %-10d %7.3f    %s  ",
                    explanation.isEvidence(beat) ? "*" : " ",
                    beat.sampleIndex(),
                    explanation.rate().secondsAt(beat.sampleIndex()),
                    beat.beatClass()));
            for (BeatClass beatClass : BeatClass.values()) {
                line.append(String.format(
                        Locale.ROOT, "  %.3f", beat.probabilities().of(beatClass)));
            }
            line.append(
                    beat.rrMicros().isPresent()
                            ? String.format(
                                    Locale.ROOT, "  %7.0f", beat.rrMicros().getAsLong() / 1e3)
                            : "        -");
            out.println(line.append("  ").append(remarks(beat)).toString().stripTrailing());
        }
    }

    private static String remarks(ClassifiedBeat beat) {
        List<String> remarks = new ArrayList<>();
        if (beat.afterGap()) {
            remarks.add("after a gap");
        }
        if (beat.oneLead()) {
            remarks.add("one lead");
        }
        if (beat.lowQuality()) {
            remarks.add("low quality");
        }
        return String.join(", ", remarks);
    }

    private void rule() {
        AlarmEvent event = explanation.event();
        out.println();
        out.println("Rule " + event.ruleVersion());
        out.println("  source: " + RuleSource.of(event.kind()));
        if (event.criteria().isEmpty()) {
            out.println("  the alert carries no conditions");
        }
        for (Criterion criterion : event.criteria()) {
            String setting = criterion.setting().isEmpty() ? "fixed by the rule" : "setting " + criterion.setting();
            out.printf("  %s %-62s %s%n", criterion.isMet() ? "✓" : "✗", criterion.describe(), setting);
        }
        out.println();
        String model = explanation.modelHash();
        out.println("Model  " + (model.isEmpty() ? "none: no class was involved" : model));
        out.println("Preprocessing  " + Preprocessing.ID);
        explanation
                .input()
                .ifPresent(input -> out.println("Input  " + input.topic() + " partition " + input.partition()
                        + ", offsets " + input.firstOffset() + " to " + input.lastOffset()));
    }

    private void recomputed() {
        out.println();
        out.println("Recomputed from " + explanation.recomputedFrom());
        explanation.verdict().notes().forEach(note -> out.println("  note: " + note));
        if (explanation.verdict().isIdentical()) {
            out.println("  IDENTICAL: id, onset, decision, evidence, message and conditions are the same again.");
        } else {
            out.println("  DIFFERENT:");
            explanation.verdict().differences().forEach(difference -> out.println("    " + difference));
        }
    }
}
