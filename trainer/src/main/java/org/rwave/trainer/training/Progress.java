package org.rwave.trainer.training;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Prints one line per epoch with the time left for the network and in all, and one for each forest with the time left in
 * all. Networks that see the waveform take several times as long as the others, and a forest as long as several epochs, so
 * each kind has its own mean. What a forest takes is not known before the first is grown: until then the time is marked
 * as without forests.
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
    private final Mean forests = new Mean();
    private long lastNanos;

    /** Epochs left in all, by what the networks see, and forests. */
    public record Left(int waveform, int features, int forests) {}

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
        out.printf(
                Locale.ROOT,
                "%s, epoch %d of %d, loss %.4f, %s left; %s%n",
                task,
                done,
                epochs,
                loss,
                inMinutes(network),
                inAll(rest, network));
    }

    /** Trees take seconds and count as no epoch; the forest is in its checkpoint. */
    void treesGrown(MemberTask task, int trees) {
        long now = nanoClock.getAsLong();
        forests.add(now - lastNanos);
        out.printf(
                Locale.ROOT,
                "%s: %d trees, %s; %s%n",
                task,
                trees,
                inMinutes((now - lastNanos) * 1e-9),
                inAll(left.get(), 0));
        lastNanos = now;
    }

    /** What is left over all workers; at least {@code atLeast} seconds of it. */
    private String inAll(Left rest, double atLeast) {
        double seconds = (rest.waveform() * waveform.seconds(features, WAVEFORM_COSTS)
                        + rest.features() * features.seconds(waveform, 1 / WAVEFORM_COSTS)
                        + rest.forests() * forests.seconds(forests, 1))
                / workers;
        String unknown = rest.forests() > 0 && forests.count == 0 ? " without the forests" : "";
        return "in all " + (rest.waveform() + rest.features()) + " epochs and " + rest.forests() + " forests, "
                + inMinutes(Math.max(seconds, atLeast)) + unknown;
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
