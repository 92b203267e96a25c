package org.rwave.cli.alarmscore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.rwave.ecg.score.Ratio;
import org.rwave.ecg.score.alarm.AlarmScorer;
import org.rwave.ecg.score.alarm.AlarmTotals;
import org.rwave.ecg.score.alarm.AlarmVerdict;
import org.rwave.ecg.score.alarm.EpisodeFinding;
import org.rwave.ecg.score.alarm.JudgedAlarm;
import org.rwave.ecg.score.alarm.RecordAlarms;
import org.rwave.ecg.score.alarm.ScoredRhythm;
import org.rwave.ecg.signal.SamplingRate;

/** The figures as a person reads them. */
final class AlarmScoreText {
    static final List<String> RULE = List.of(
            String.format(
                    Locale.ROOT,
                    "An episode is found when its alarm is active during it, or at most %.0f s after its start (CinC 2015, EC13).",
                    AlarmScorer.LATE_SECONDS),
            String.format(
                    Locale.ROOT,
                    "An alarm is true when raised within an episode, %.0f s before to %.0f s after it; other: in another lethal rhythm;",
                    AlarmScorer.EARLY_SECONDS,
                    AlarmScorer.LATE_SECONDS),
            "short: in an episode below the alarm's definition, which is neither missed nor found; noise: where NOISE is",
            "annotated; unjudged: an extreme rate where no beats are annotated. False per hour: outside lethal episodes and NOISE.");

    private static final String HEADING = String.format(
            "%-8s %-12s %9s %9s %7s %7s %6s %6s | %5s %5s %5s %5s %5s %5s %7s",
            "record", "rhythm", "found", "lethal*", "time%", "lethal%", "delay", "p95", "true", "other", "short",
            "noise", "unj.", "false", "false/h");

    private AlarmScoreText() {}

    static List<String> lines(List<RecordAlarms> records) {
        List<String> lines = new ArrayList<>(RULE);
        lines.add("");
        lines.add(HEADING);
        for (RecordAlarms record : records) {
            addRows(record.record(), List.of(record), lines);
        }
        if (records.size() > 1) {
            lines.add("");
            addRows("total", records, lines);
        }
        lines.add("* found by any of the alarms asystole, VF and VT");
        addMissed(records, lines);
        addFalse(records, lines);
        return lines;
    }

    private static void addRows(String name, List<RecordAlarms> records, List<String> lines) {
        for (ScoredRhythm rhythm : ScoredRhythm.values()) {
            AlarmTotals totals = AlarmTotals.of(rhythm, records);
            boolean hasAlarms = totals.verdicts().values().stream().anyMatch(count -> count > 0);
            if (totals.found().isDefined() || hasAlarms || totals.belowDefinition() > 0) {
                lines.add(row(name, totals));
            }
        }
    }

    private static String row(String name, AlarmTotals totals) {
        return String.format(
                Locale.ROOT,
                "%-8s %-12s %9s %9s %7s %7s %6s %6s | %5d %5d %5d %5d %5d %5d %7s",
                name,
                totals.rhythm().title(),
                counts(totals.found()),
                counts(totals.foundByLethal()),
                percent(totals.coveredMillis()),
                percent(totals.lethalCoveredMillis()),
                digits(totals.delayPercentile(50), 1),
                digits(totals.delayPercentile(95), 1),
                totals.count(AlarmVerdict.TRUE),
                totals.count(AlarmVerdict.OTHER_NAME),
                totals.count(AlarmVerdict.BELOW_DEFINITION),
                totals.count(AlarmVerdict.IN_NOISE),
                totals.count(AlarmVerdict.UNJUDGED),
                totals.count(AlarmVerdict.FALSE),
                digits(totals.falsePerHour(), 2));
    }

    private static String counts(Ratio ratio) {
        return ratio.isDefined() ? ratio.part() + "/" + ratio.whole() : "-";
    }

    private static String percent(Ratio ratio) {
        return digits(ratio.percent(), 1);
    }

    private static String digits(OptionalDouble value, int digits) {
        return value.isPresent() ? String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble()) : "-";
    }

    private static void addMissed(List<RecordAlarms> records, List<String> lines) {
        lines.add("");
        lines.add("Missed episodes (record, time, rhythm, duration):");
        int before = lines.size();
        for (RecordAlarms record : records) {
            for (EpisodeFinding finding : record.findings()) {
                if (finding.delaySamples().isEmpty()) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "%-8s %s  %-12s %7.1f s%s",
                            record.record(),
                            time(record.rate(), finding.episode().start()),
                            finding.episode().rhythm().title(),
                            record.rate()
                                    .secondsAt(finding.episode().end()
                                            - finding.episode().start()),
                            finding.lethalDelaySamples().isPresent() ? "  (another lethal alarm)" : ""));
                }
            }
        }
        addNoneSince(before, lines);
    }

    private static void addFalse(List<RecordAlarms> records, List<String> lines) {
        lines.add("");
        lines.add("False alarms (record, time, rhythm, duration, message):");
        int before = lines.size();
        for (RecordAlarms record : records) {
            for (JudgedAlarm alarm : record.alarms()) {
                if (alarm.verdict() == AlarmVerdict.FALSE) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "%-8s %s  %-12s %7.1f s  %s",
                            record.record(),
                            time(record.rate(), alarm.alarm().raised()),
                            alarm.rhythm().title(),
                            record.rate()
                                    .secondsAt(alarm.alarm().ended()
                                            - alarm.alarm().raised()),
                            alarm.alarm().message()));
                }
            }
        }
        addNoneSince(before, lines);
    }

    private static void addNoneSince(int before, List<String> lines) {
        if (lines.size() == before) {
            lines.add("none");
        }
    }

    /** As {@code h:mm:ss.s} from the start of the recording. */
    static String time(SamplingRate rate, long sample) {
        long tenths = Math.round(10 * rate.secondsAt(sample));
        return String.format(
                Locale.ROOT, "%d:%02d:%02d.%d", tenths / 36000, tenths / 600 % 60, tenths / 10 % 60, tenths % 10);
    }
}
