package org.rwave.cli.disclose;

import java.util.Locale;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmThreshold;
import org.rwave.ecg.alarm.RuleSource;

/** What is stated and not measured: the averaging of the heart rate, the alarms with their sources, all thresholds. */
final class RuleSection {
    void write(Page page) {
        page.heading("Heart rate averaging");
        page.paragraph(
                "The mean of the last 12 RR intervals without the longest and the shortest; when each of the last three is"
                        + " longer than 1200 ms, the mean of the last four. Before 12 are known the same holds for those there are,"
                        + " at least two. Shown once a second; 0 in asystole; nothing 10 s after the last beat or without a usable"
                        + " lead. Intervals across a gap do not count.");
        page.heading("Alarms");
        page.columns("alarm", "priority", "source of the rule");
        for (AlarmKind kind : AlarmKind.values()) {
            page.row(kind.title(), kind.priority().name().toLowerCase(Locale.ROOT), RuleSource.of(kind));
        }
        page.line("");
        page.columns("setting", "default", "range");
        for (AlarmThreshold threshold : AlarmThreshold.values()) {
            page.row(
                    "`" + threshold.key() + "`",
                    number(threshold.defaultValue()),
                    number(threshold.least()) + " to " + number(threshold.greatest()));
        }
        page.line("");
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
