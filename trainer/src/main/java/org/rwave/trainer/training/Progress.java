package org.rwave.trainer.training;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Prints one line per epoch with the time left for the network and in all, and one for trees. Networks that see the
 * waveform take several times as long as the others, so each kind has its own mean.
 */
public final class Progress {
    /** First guess of how much longer an epoch takes with the waveform than without. */
    private static final double WAVEFORM_COSTS = 5;

    private final PrintStream out;
    private final LongSupplier nanoClock;
    private final int epochs;
    private final int workers;
    private final Supplier<Left> left;
    private final Mean waveform = new Mean();
    private final Mean features = new Mean();
    private long lastNanos;

    /** Epochs left in all, by what the networks see. */
    public record Left(int waveform, int features) {}

    private static final class Mean {
        private long nanos;
        private int count;

        void add(long more) {
            nanos += more;
            count++;
        }

        /** Until one has been seen, {@code factor} times the other kind's. */
        double seconds(Mean other, double factor) {
            return count > 0 ? nanos * 1e-9 / count : factor * other.nanos * 1e-9 / Math.max(1, other.count);
        }
    }

    /**
     * Progress over networks of {@code epochs} epochs each.
     *
     * @param workers processes that share the work
     * @param left asked after every epoch for what is left, over all workers
     */
    public Progress(PrintStream out, int epochs, int workers, Supplier<Left> left, LongSupplier nanoClock) {
        this.out = out;
        this.epochs = epochs;
        this.workers = workers;
        this.left = left;
        this.nanoClock = nanoClock;
        this.lastNanos = nanoClock.getAsLong();
    }

    /** What came before now is no part of an epoch. */
    void networkBegins() {
        lastNanos = nanoClock.getAsLong();
    }

    void epochDone(NetworkTask task, int done, double loss) {
        long now = nanoClock.getAsLong();
        Mean own = task.seesWaveform() ? waveform : features;
        own.add(now - lastNanos);
        lastNanos = now;
        Left rest = left.get();
        double network = (epochs - done) * own.seconds(own, 1);
        double total = (rest.waveform() * waveform.seconds(features, WAVEFORM_COSTS)
                        + rest.features() * features.seconds(waveform, 1 / WAVEFORM_COSTS))
                / workers;
        out.printf(
                Locale.ROOT,
                "%s, epoch %d of %d, loss %.4f, %s left; in all %d epochs, %s%n",
                task,
                done,
                epochs,
                loss,
                inMinutes(network),
                rest.waveform() + rest.features(),
                inMinutes(Math.max(total, network)));
    }

    /** Trees take seconds and count as no epoch. */
    void treesGrown(MemberTask task, int trees) {
        long now = nanoClock.getAsLong();
        out.printf(Locale.ROOT, "%s: %d trees, %s%n", task, trees, inMinutes((now - lastNanos) * 1e-9));
        lastNanos = now;
    }

    private static String inMinutes(double seconds) {
        Duration span = Duration.ofSeconds(Math.round(seconds));
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        return span.toMinutes() > 0
                ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
                : span.toSeconds() + " s";
    }
}
