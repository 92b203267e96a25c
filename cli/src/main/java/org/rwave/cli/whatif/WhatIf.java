package org.rwave.cli.whatif;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import org.rwave.producer.ReplaySource;

/** Asks what other alarm settings would do: every recording on as many cores as there are, then the report. */
public final class WhatIf {
    private final WhatIfOptions options;
    private final WardAlarmSettings before;
    private final WardAlarmSettings after;

    /**
     * Reads the settings.
     *
     * @throws org.rwave.processor.alarmsettings.BadAlarmSettings naming every problem with its line
     */
    public WhatIf(WhatIfOptions options) {
        this.options = options;
        WardAlarmSettings[] both = options.beforeAndAfter();
        before = both[0];
        after = both[1];
    }

    /**
     * Runs {@code sources} from {@code start} for {@code duration} of signal, and prints.
     *
     * @throws org.rwave.models.ModelException when the model cannot be used
     */
    public void run(
            List<ReplaySource> sources, Duration start, Optional<Duration> duration, PrintWriter out, PrintWriter err)
            throws InterruptedException, JsonProcessingException {
        PatientRun run = new PatientRun(before, after, start, duration);
        BurdenReport report = new BurdenReport(before.source(), after.source());
        Progress progress = new Progress(err, sources.size());
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (BeatModel model = options.model().map(BeatModel::load).orElseGet(BeatModel::standard)) {
            List<Future<PatientBurden>> results = new ArrayList<>();
            for (ReplaySource source : sources) {
                results.add(pool.submit(() -> {
                    try (OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
                        return run.of(source, classifier);
                    }
                }));
            }
            for (Future<PatientBurden> result : results) {
                PatientBurden burden = result(result);
                report.add(burden);
                progress.done(burden);
            }
        } finally {
            pool.shutdownNow();
            progress.end();
        }
        out.print(options.isJson() ? report.json() + "\n" : report.text());
        out.flush();
    }

    private static PatientBurden result(Future<PatientBurden> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            throw new IllegalStateException("the monitor has failed", e.getCause());
        }
    }
}
