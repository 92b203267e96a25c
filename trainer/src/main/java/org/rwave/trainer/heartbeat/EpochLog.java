package org.rwave.trainer.heartbeat;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Prints one line an epoch with the time left, from the mean duration of the epochs so far. */
public final class EpochLog {
    private final PrintWriter out;
    private final LongSupplier nanoClock;
    private final long startNanos;

    public EpochLog(PrintWriter out, LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
    }

    void epochDone(int epoch, int epochs, double loss) {
        Duration spent = Duration.ofNanos(nanoClock.getAsLong() - startNanos);
        long left = spent.multipliedBy(epochs - epoch).dividedBy(epoch).toSeconds();
        out.printf(Locale.ROOT, "epoch %d of %d, loss %.4f, %d:%02d left%n", epoch, epochs, loss, left / 60, left % 60);
        out.flush();
    }
}
