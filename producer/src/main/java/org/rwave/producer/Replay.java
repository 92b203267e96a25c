package org.rwave.producer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.rwave.ecg.recording.Recording;
import org.rwave.schemas.feed.FeedChunk;

/**
 * Sends recordings as live feeds, each chunk when its last sample falls due: at start + samples / (rate x speed), counted
 * from the start and never from the last chunk, so that slow sends make chunks late but the schedule never drifts (open
 * loop). The patients' clocks are spread over one chunk length, so that they do not all send at once. One thread; memory
 * of one chunk per patient.
 */
public final class Replay {
    private static final long REPORT_EVERY_NANOS = 1_000_000_000L;

    /** A recording of unknown length, replayed faster than real time, starts this far back. */
    private static final Duration UNKNOWN_LENGTH_HEAD_START = Duration.ofHours(12);

    private final ReplaySettings settings;
    private final List<ReplayPatient> patients;
    private final ChunkSink sink;
    private final ReplayClock clock;
    private volatile boolean isStopped;

    private long chunks;
    private long annotations;
    private double signalSeconds;
    private long lagNanos;
    private long worstLagNanos;

    /** A replay of {@code patients}, whose ids must differ, into {@code sink}. */
    public Replay(ReplaySettings settings, List<ReplayPatient> patients, ChunkSink sink, ReplayClock clock) {
        if (patients.isEmpty()) {
            throw new IllegalArgumentException("a replay needs at least one patient");
        }
        if (settings.loop() && settings.speed() > 1 && settings.duration().isEmpty()) {
            throw new IllegalArgumentException(
                    "a loop faster than real time needs a duration: its clock would run ahead"
                            + " of the wall clock, and brokers refuse records more than an hour ahead");
        }
        Set<String> ids = new HashSet<>();
        for (ReplayPatient patient : patients) {
            if (!ids.add(patient.patientId())) {
                throw new IllegalArgumentException("patient " + patient.patientId()
                        + " occurs twice; several feeds of one record are made with clones");
            }
        }
        this.settings = settings;
        this.patients = List.copyOf(patients);
        this.sink = sink;
        this.clock = clock;
    }

    /** Ends {@link #run} after the chunk being sent; may be called from any thread. */
    public void stop() {
        isStopped = true;
        clock.wake();
    }

    /**
     * Sends everything, flushes the sink and returns the totals; {@code onProgress} hears once a second how far it is.
     *
     * @throws IOException when a recording cannot be read; what was sent before it has been flushed
     * @throws ReplayFailed when the sink cannot deliver
     */
    public ReplayProgress run(Consumer<ReplayProgress> onProgress) throws IOException, InterruptedException {
        List<PatientFeed> feeds = new ArrayList<>();
        try {
            open(feeds);
            long startNanos = clock.nanoTime();
            try {
                sendAll(feeds, startNanos, onProgress);
            } catch (IOException unreadable) {
                endAll(feeds);
                throw unreadable;
            }
            endAll(feeds);
            return progress(0, startNanos);
        } finally {
            for (PatientFeed feed : feeds) {
                feed.close();
            }
        }
    }

    /** Says of every feed that it ends here, those included that were stopped, and delivers everything. */
    private void endAll(List<PatientFeed> feeds) {
        for (PatientFeed feed : feeds) {
            feed.lastSentTimestamp().ifPresent(last -> sink.sendEnd(feed.patientId(), last));
        }
        sink.flush();
    }

    private void open(List<PatientFeed> feeds) throws IOException {
        long now = clock.epochMicros();
        for (int i = 0; i < patients.size(); i++) {
            long spread = settings.chunk().toNanos() / 1000 * i / patients.size();
            feeds.add(PatientFeed.open(patients.get(i), settings, now - headStartMicros(patients.get(i)) + spread));
        }
    }

    /**
     * How far before the wall clock the first sample lies. In real time not at all. Faster, so far that the last sample is
     * sent at its own instant and none before it.
     */
    private long headStartMicros(ReplayPatient patient) throws IOException {
        if (settings.speed() == 1) {
            return 0;
        }
        OptionalLong micros = signalMicros(patient);
        return micros.isPresent()
                ? Math.round(micros.getAsLong() * (1 - 1 / settings.speed()))
                : UNKNOWN_LENGTH_HEAD_START.toNanos() / 1000;
    }

    private OptionalLong signalMicros(ReplayPatient patient) throws IOException {
        if (settings.duration().isPresent()) {
            return OptionalLong.of(settings.duration().get().toNanos() / 1000);
        }
        try (Recording recording = patient.source().open()) {
            OptionalLong length = recording.length();
            long skippedMicros = settings.start().plus(patient.phase()).toNanos() / 1000;
            return length.isPresent()
                    ? OptionalLong.of(Math.max(0, recording.rate().microsAt(length.getAsLong()) - skippedMicros))
                    : OptionalLong.empty();
        }
    }

    /** Of all feeds the one whose chunk falls due first, again and again. */
    private void sendAll(List<PatientFeed> feeds, long startNanos, Consumer<ReplayProgress> onProgress)
            throws IOException, InterruptedException {
        PriorityQueue<Scheduled> schedule = new PriorityQueue<>(Scheduled.BY_DUE_TIME);
        for (int i = 0; i < feeds.size(); i++) {
            long spreadNanos = settings.chunk().toNanos() * i / feeds.size();
            schedule.add(new Scheduled(feeds.get(i), spreadNanos, i));
        }
        long nextReport = startNanos + REPORT_EVERY_NANOS;
        while (!schedule.isEmpty() && !isStopped) {
            Scheduled first = schedule.remove();
            if (settings.isPaced()) {
                long due = startNanos + Math.round(first.dueNanos() / settings.speed());
                clock.waitUntil(due);
                if (isStopped) {
                    return;
                }
                lagNanos = Math.max(0, clock.nanoTime() - due);
                worstLagNanos = Math.max(worstLagNanos, lagNanos);
            }
            send(first.feed());
            if (first.feed().chunk().isPresent()) {
                schedule.add(first.next());
            }
            if (clock.nanoTime() >= nextReport) {
                onProgress.accept(progress(schedule.size(), startNanos));
                nextReport = clock.nanoTime() + REPORT_EVERY_NANOS;
            }
        }
    }

    private void send(PatientFeed feed) throws IOException {
        FeedChunk chunk = feed.chunk().orElseThrow();
        feed.span().ifPresent(span -> sink.sendReference(span, chunk.recordTimestamp()));
        sink.send(chunk);
        chunks++;
        annotations += feed.span().map(span -> span.annotations().size()).orElse(0);
        signalSeconds += chunk.chunk().sampleCount() / chunk.chunk().rate().hertz();
        feed.advance();
    }

    private ReplayProgress progress(int patientsLeft, long startNanos) {
        return new ReplayProgress(
                patientsLeft,
                chunks,
                annotations,
                Duration.ofMillis(Math.round(1000 * signalSeconds)),
                Duration.ofNanos(clock.nanoTime() - startNanos),
                Duration.ofNanos(lagNanos),
                Duration.ofNanos(worstLagNanos));
    }

    private record Scheduled(PatientFeed feed, long spreadNanos, int order, long dueNanos) {
        static final Comparator<Scheduled> BY_DUE_TIME =
                Comparator.comparingLong(Scheduled::dueNanos).thenComparingInt(Scheduled::order);

        Scheduled(PatientFeed feed, long spreadNanos, int order) {
            this(feed, spreadNanos, order, feed.dueSignalNanos() + spreadNanos);
        }

        Scheduled next() {
            return new Scheduled(feed, spreadNanos, order);
        }
    }
}
