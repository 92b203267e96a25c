package org.rwave.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong seconds = new AtomicLong();
    private final AtomicReference<Progress.Left> left = new AtomicReference<>();

    @Test
    void the_time_left_counts_forests_by_what_those_before_took() {
        Progress progress = new Progress(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                2,
                1,
                left::get,
                () -> seconds.get() * 1_000_000_000);
        NetworkTask network = new NetworkTask("DS1", 0, true, 1);

        progress.networkBegins();
        seconds.set(5);
        left.set(new Progress.Left(1, 0, 2));
        progress.epochDone(network, 1, 0.5);
        seconds.set(25);
        left.set(new Progress.Left(1, 0, 1));
        progress.treesGrown(new TreeTask("DS1", 0, 1), 600);

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "DS1, network 1, epoch 1 of 2, loss 0.5000, 5 s left; in all 1 epochs and 2 forests, 5 s"
                                + " without the forests",
                        "DS1, trees 1: 600 trees, 20 s; in all 1 epochs and 1 forests, 25 s");
    }
}
