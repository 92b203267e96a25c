package org.rwave.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C or SIGTERM end a command cleanly: asks it to stop, and holds the end of the JVM until the command has
 * closed what it had open, for as long as its patience lasts.
 *
 * <pre>{@code
 * try (CtrlC ctrlC = CtrlC.asks(consumer::wakeup)) { ... }
 * }</pre>
 */
public final class CtrlC implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    private CtrlC(Runnable stop, Duration patience) {
        Thread hook = new Thread(
                () -> {
                    asked.countDown();
                    stop.run();
                    awaitEndOfCommand(patience);
                },
                "rwave-ctrl-c");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From now on, Ctrl-C runs {@code stop}, which must be quick and safe from another thread, and waits up to 10 s. */
    public static CtrlC asks(Runnable stop) {
        return asks(stop, PATIENCE);
    }

    /** The same; if the command has not closed within {@code patience} the JVM is halted, with exit code 1. */
    public static CtrlC asks(Runnable stop, Duration patience) {
        return new CtrlC(stop, patience);
    }

    /** Whether Ctrl-C was pressed. */
    public boolean wasPressed() {
        return asked.getCount() == 0;
    }

    /** Waits for Ctrl-C. */
    public void await() throws InterruptedException {
        asked.await();
    }

    /** Everything is closed: the JVM may end. */
    @Override
    public void close() {
        finished.countDown();
    }

    private void awaitEndOfCommand(Duration patience) {
        try {
            if (!finished.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
