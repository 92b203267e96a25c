package org.rwave.trainer.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plays several records at a time and keeps their beats in the order of the records. */
final class CaptureThreads implements AutoCloseable {
    private final BeatCapture capture;
    private final ExecutorService threads;
    private final BeatStore store = new BeatStore();

    CaptureThreads(BeatCapture capture, int threadCount) throws IOException {
        this.capture = capture;
        this.threads = Executors.newFixedThreadPool(threadCount);
    }

    /** The beats of {@code records}. */
    List<LabelledBeat> play(List<String> records, PlayableRecord.Source source, CaptureVariant variant)
            throws IOException {
        List<Future<List<LabelledBeat>>> running = new ArrayList<>();
        for (String record : records) {
            running.add(threads.submit(() -> capture.capture(source.load(record), variant)));
        }
        List<LabelledBeat> beats = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            beats.addAll(store.keep(finished(running.set(i, null))));
        }
        return beats;
    }

    private static List<LabelledBeat> finished(Future<List<LabelledBeat>> running) throws IOException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a record could not be played", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("capture was interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
