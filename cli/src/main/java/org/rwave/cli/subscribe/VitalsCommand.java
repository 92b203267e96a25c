package org.rwave.cli.subscribe;

import org.rwave.cli.KafkaOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rwave vitals}: heart rate, rhythm and signal status as they come. */
@Command(
        name = "vitals",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Print heart rate, PVC count, rhythm and lead status as they come, one line a second and patient.")
public final class VitalsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private SubscribeOptions options;

    @Override
    public void run() {
        new Subscription<>(kafka, options, options.topics().vitals(), vitals -> true, Lines::of)
                .printTo(spec.commandLine().getOut());
    }
}
