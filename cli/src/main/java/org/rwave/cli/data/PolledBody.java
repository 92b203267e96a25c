package org.rwave.cli.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A response body that is waited for with a limit: a connection that stays open but silent would otherwise hang for
 * ever, since the request's own timeout ends with the headers. Holds at most one delivery of the client at a time.
 */
final class PolledBody implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private sealed interface Event permits Data, End {}

    private record Data(List<ByteBuffer> buffers) implements Event {}

    private record End(Throwable failure) implements Event {}

    private static final End COMPLETE = new End(null);

    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        events.add(new Data(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        events.add(new End(failure));
    }

    @Override
    public void onComplete() {
        events.add(COMPLETE);
    }

    /**
     * The next bytes; empty at the end of the body.
     *
     * @throws IOException when the connection broke or was silent for {@code patience}
     */
    List<ByteBuffer> next(Duration patience) throws IOException, InterruptedException {
        Event event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (event == null) {
            throw new IOException("no data for " + patience.toMillis() + " ms");
        }
        if (event instanceof Data data) {
            subscription.request(1);
            return data.buffers();
        }
        End end = (End) event;
        if (end.failure() != null) {
            throw new IOException(end.failure().getMessage(), end.failure());
        }
        return List.of();
    }

    /** Drops the connection if the body has not ended. */
    @Override
    public void close() {
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
