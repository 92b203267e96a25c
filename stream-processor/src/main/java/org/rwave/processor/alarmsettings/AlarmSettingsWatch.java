package org.rwave.processor.alarmsettings;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarm settings in force: those of the file, followed as it changes. A changed file is taken when it has stayed the
 * same for one look, so that none is read half written, and only if nothing is wrong with it; else the settings in force
 * stay, and log, metrics and {@link #problem} say why. Looks at the content, not at times: they have coarse clocks, and
 * files that are mounted are replaced by links.
 */
public final class AlarmSettingsWatch implements Supplier<WardAlarmSettings>, AutoCloseable {
    private static final byte[] NOTHING = {};

    /** How often a running watch looks. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(AlarmSettingsWatch.class);

    private final Path file;
    private final Counter applied;
    private final Counter refused;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rwave-alarm-settings");
        thread.setDaemon(true);
        return thread;
    });
    private volatile WardAlarmSettings inForce; // read by the stream threads
    private volatile List<String> problems = List.of();
    private ScheduledFuture<?> looks;
    private byte[] judged;
    private byte[] seenLast;

    /**
     * Reads {@code file}; {@link #start} begins to watch it.
     *
     * @param meters where the changes are counted
     * @throws BadAlarmSettings naming every problem with its line
     * @throws UncheckedIOException when it cannot be read
     */
    public AlarmSettingsWatch(Path file, MeterRegistry meters) {
        this.file = file;
        this.judged = AlarmSettingsFile.content(file);
        this.seenLast = judged;
        this.inForce = AlarmSettingsFile.parse(file.toString(), judged);
        this.applied = changes(meters, "applied");
        this.refused = changes(meters, "refused");
        meters.gauge("rwave.alarm.settings.good", this, watch -> watch.problems.isEmpty() ? 1 : 0);
    }

    private static Counter changes(MeterRegistry meters, String result) {
        return Counter.builder("rwave.alarm.settings.changes")
                .description("Changes of the alarm settings file by what became of them")
                .tag("result", result)
                .register(meters);
    }

    /** Looks every {@link #INTERVAL} until closed. */
    public AlarmSettingsWatch start() {
        looks = clock.scheduleWithFixedDelay(
                this::lookSafely, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** A clock that meets an exception stops for ever, in silence. */
    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("looking at the alarm settings {} has failed; those in force stay", file, e);
            problems = List.of("looking at " + file + " has failed: " + e);
        }
    }

    @Override
    public WardAlarmSettings get() {
        return inForce;
    }

    /** The first of the reasons why the file as it is now is not in force; empty when it is. */
    public Optional<String> problem() {
        return problems.stream().findFirst();
    }

    /** All of them, in the order of the file. */
    List<String> problems() {
        return problems;
    }

    /** One look at the file. */
    void look() {
        byte[] now;
        try {
            now = AlarmSettingsFile.content(file);
        } catch (UncheckedIOException e) {
            seenLast = NOTHING;
            judged = NOTHING;
            report(List.of(e.getMessage()));
            return;
        }
        boolean isStable = Arrays.equals(now, seenLast);
        seenLast = now;
        if (isStable && !Arrays.equals(now, judged)) {
            judged = now;
            judge(now);
        }
    }

    private void judge(byte[] content) {
        try {
            inForce = AlarmSettingsFile.parse(file.toString(), content);
            problems = List.of();
            applied.increment();
            LOG.info("alarm settings {} are in force from now on", file);
        } catch (BadAlarmSettings e) {
            report(e.problems().stream().map(SettingsProblem::toString).toList());
        }
    }

    /** Logs every problem, and again all of them as soon as one is new or gone: they are one edit's. */
    private void report(List<String> found) {
        if (found.equals(problems)) {
            return;
        }
        problems = found;
        refused.increment();
        LOG.error("the alarm settings in force stay, because the changed ones cannot be used:");
        found.forEach(LOG::error);
    }

    @Override
    public void close() {
        if (looks != null) {
            looks.cancel(true);
        }
        clock.shutdownNow();
    }
}
