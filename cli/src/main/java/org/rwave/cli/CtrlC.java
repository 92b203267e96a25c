package org.rwave.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C or SIGTERM end a command cleanly: asks it to stop, and holds the end of the JVM until the command has
 * closed what it had open, at most {@value #PATIENCE_SECONDS} s.
 *
 * <pre>{@code
 * try (CtrlC ctrlC = CtrlC.asks(consumer::wakeup)) { ... }
 * }</pre>
 */
public final class CtrlC implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    private CtrlC(Runnable stop) {
        Thread hook = new Thread(
                () -> {
                    asked.countDown();
                    stop.run();
                    awaitEndOfCommand();
                },
                "rwave-ctrl-c");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From now on, Ctrl-C runs {@code stop}, which must be quick and safe from another thread. */
    public static CtrlC asks(Runnable stop) {
        return new CtrlC(stop);
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

    private void awaitEndOfCommand() {
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
