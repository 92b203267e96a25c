package org.rwave.cli.loadtest;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.SingleWriterRecorder;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.producer.ChunkSink;
import org.rwave.producer.ReplayClock;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;

/**
 * Sends every chunk when the schedule says, or as soon after that as it can: when sending is held up, the schedule does not
 * wait, and what is late is sent at once. How late is recorded. One thread runs it; any other may read the counts.
 */
final class Generator implements Callable<Void> {
    /** Shorter waits are not worth a system call; what is sent early by no more than that is sent late by no more. */
    private static final long SHORTEST_WAIT_NANOS = 1_000_000;

    private final Ward ward;
    private final Schedule schedule;
    private final ChunkSink sink;
    private final ReplayClock clock;
    private final long startNanos;
    private final long startEpochMicros;
    private final SingleWriterRecorder lateness = Latencies.recorder();
    private final AtomicLong chunksSent = new AtomicLong();
    private final AtomicLong beatsDue = new AtomicLong();
    private volatile boolean stopped;

    /**
     * @param startNanos of {@code clock}: the start of the schedule
     * @param startEpochMicros the same instant as wall time
     */
    Generator(Ward ward, Schedule schedule, ChunkSink sink, ReplayClock clock, long startNanos, long startEpochMicros) {
        this.ward = ward;
        this.schedule = schedule;
        this.sink = sink;
        this.clock = clock;
        this.startNanos = startNanos;
        this.startEpochMicros = startEpochMicros;
    }

    /** Sends everything; returns when it has been delivered, or early after {@link #stop}. */
    @Override
    public Void call() throws InterruptedException {
        for (int round = 0; round < schedule.rounds() && !stopped; round++) {
            for (int patient = 0; patient < schedule.patients() && !stopped; patient++) {
                int number = schedule.chunkIn(round, patient);
                if (number >= 0 && number <= schedule.chunks()) {
                    send(patient, number);
                }
            }
        }
        sink.flush();
        return null;
    }

    private void send(int patient, int number) throws InterruptedException {
        long due = startNanos + schedule.dueNanos(patient, number);
        long now = clock.nanoTime();
        if (now < due) {
            clock.waitUntil(Math.max(due, now + SHORTEST_WAIT_NANOS));
            now = clock.nanoTime();
        }
        lateness.recordValue(Latencies.micros(now - due));
        Tape tape = ward.tape(patient);
        FeedId feed = ward.feed(patient);
        long startOfPatient = startEpochMicros + schedule.startNanos(patient) / 1000;
        beatsDue.addAndGet(ward.expected(patient).decidedBy(number));
        if (number == schedule.chunks()) {
            sink.sendEnd(feed.patientId(), (startEpochMicros + schedule.dueNanos(patient, number) / 1000) / 1000);
            return;
        }
        WaveformChunk chunk = tape.chunk(number, startOfPatient);
        sink.send(new FeedChunk(feed, chunk));
        chunksSent.incrementAndGet();
    }

    /** Ends soon. */
    void stop() {
        stopped = true;
        clock.wake();
    }

    /** Chunks sent so far. */
    long chunksSent() {
        return chunksSent.get();
    }

    /** Beats that the chunks sent so far make final. */
    long beatsDue() {
        return beatsDue.get();
    }

    /** How late chunks were sent, microseconds. */
    SingleWriterRecorder lateness() {
        return lateness;
    }
}
