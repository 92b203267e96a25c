package org.rwave.cli.loadtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What a test has shown.
 *
 * @param settings what was asked for
 * @param played what the patients played, for people
 * @param chunkMillis length of a chunk after rounding to whole samples
 * @param latencies of the beats due while all patients were there
 * @param lateness how late chunks were sent in that time, microseconds
 * @param seconds the course of the test
 * @param totals the ledger's
 * @param processorMetrics what the processors counted themselves, summed over them, by Prometheus name
 * @param residentBefore resident memory of the processors together before the first chunk; 0 where not known
 */
record LoadResult(
        LoadSettings settings,
        String played,
        double chunkMillis,
        Latencies latencies,
        Histogram lateness,
        List<Second> seconds,
        Ledger.Totals totals,
        Map<String, Double> processorMetrics,
        double residentBefore) {
    LoadResult {
        seconds = List.copyOf(seconds);
        processorMetrics = Map.copyOf(processorMetrics);
    }

    Backlog backlog() {
        return Backlog.of(seconds);
    }

    /** Whether sending was on time: ninety-nine of a hundred chunks left before the patient's next one was due. */
    boolean isSentOnTime() {
        return lateness.getValueAtPercentile(99) < chunkMillis * 1000;
    }

    /** Whether it could have gone on like this for ever, with every beat right. */
    boolean isSustained() {
        return totals.isClean() && backlog().isSteady() && isSentOnTime();
    }

    /** Whether a freeze, if there was one, shows in the latencies, as it must. */
    boolean isFreezeSeen() {
        return settings.freeze()
                .map(length -> latencies.pipeline().getMaxValue() >= 900 * length.toMillis())
                .orElse(true);
    }

    /** Mean cores used while all patients were there, by who. */
    List<Second.Share> cpu() {
        return mean(true);
    }

    /** Largest resident memory in bytes, by who. */
    List<Second.Share> residentBytes() {
        return mean(false);
    }

    private List<Second.Share> mean(boolean isCpu) {
        List<Second.Share> shares = new ArrayList<>();
        List<Second> counted = seconds.stream().filter(Second::steady).toList();
        if (counted.isEmpty()) {
            return shares;
        }
        List<Second.Share> first = counted.get(0).cpu();
        for (int i = 0; i < first.size(); i++) {
            int who = i;
            double amount = isCpu
                    ? counted.stream()
                            .mapToDouble(s -> s.cpu().get(who).amount())
                            .average()
                            .orElse(0)
                    : counted.stream()
                            .mapToDouble(s -> s.residentBytes().get(who).amount())
                            .max()
                            .orElse(0);
            shares.add(new Second.Share(first.get(i).name(), amount));
        }
        return shares;
    }

    /** Resident memory that the processors gained for each patient; empty where not known. */
    Optional<Double> processorBytesPerPatient() {
        double after = residentBytes().stream()
                .filter(share -> share.name().startsWith("processor"))
                .mapToDouble(Second.Share::amount)
                .sum();
        return residentBefore > 0 && after > 0
                ? Optional.of(Math.max(0, after - residentBefore) / settings.patients())
                : Optional.empty();
    }

    /** Mean over the steady seconds. */
    double chunksPerSecond() {
        return seconds.stream()
                .filter(Second::steady)
                .mapToLong(Second::chunks)
                .average()
                .orElse(0);
    }

    /** Mean over the steady seconds. */
    double beatsPerSecond() {
        return seconds.stream()
                .filter(Second::steady)
                .mapToLong(Second::beats)
                .average()
                .orElse(0);
    }

    /** How long all patients were there. */
    Duration steadyTime() {
        return settings.duration();
    }

    /** The one line that says whether the run counts. */
    String verdict() {
        StringBuilder text = new StringBuilder();
        text.append(totals.isClean() && isFreezeSeen() ? "PASSED" : "FAILED").append(": ");
        text.append(String.format(
                java.util.Locale.ROOT,
                "%,d beats expected, %,d lost, %,d duplicate, %,d different",
                totals.expected(),
                totals.lost(),
                totals.duplicate(),
                totals.different()));
        settings.freeze()
                .ifPresent(length -> text.append(isFreezeSeen() ? "; the freeze of " : "; the FREEZE of ")
                        .append(length.toMillis())
                        .append(isFreezeSeen() ? " ms shows" : " ms does NOT show"));
        if (!isSentOnTime()) {
            text.append("; NOT sustained: the generator was late");
        } else if (!backlog().isSteady()) {
            text.append("; NOT sustained: the backlog grew");
        }
        return text.toString();
    }

    boolean isPassed() {
        return totals.isClean() && isFreezeSeen();
    }
}
