package org.rwave.trainer.training;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Prints one line per epoch with the time left, from the mean duration of the epochs so far. */
public final class Progress {
    private final PrintStream out;
    private final LongSupplier nanoClock;
    private final int epochs;
    private final long startNanos;
    private String task = "";
    private int done;

    /** Progress over {@code epochs} epochs in all. */
    public Progress(PrintStream out, int epochs, LongSupplier nanoClock) {
        this.out = out;
        this.epochs = epochs;
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
    }

    /** Names what the next epochs belong to. */
    public void startTask(String name) {
        task = name;
    }

    void epochDone(double loss) {
        done++;
        Duration spent = Duration.ofNanos(nanoClock.getAsLong() - startNanos);
        Duration left = spent.multipliedBy(epochs - done).dividedBy(done);
        out.printf(Locale.ROOT, "%s epoch %d of %d, loss %.4f, %s left%n", task, done, epochs, loss, inMinutes(left));
    }

    private static String inMinutes(Duration span) {
        return span.toMinutes() > 0
                ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
                : span.toSeconds() + " s";
    }
}
