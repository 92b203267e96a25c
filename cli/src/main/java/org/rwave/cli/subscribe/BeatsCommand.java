package org.rwave.cli.subscribe;

import java.util.EnumSet;
import java.util.Set;
import org.rwave.cli.KafkaOptions;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.schemas.avro.Beat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rwave beats}: classified beats as they come. */
@Command(
        name = "beats",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Print classified beats as they come, one line each.")
public final class BeatsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private SubscribeOptions options;

    @Option(
            names = {"--kind", "--class"},
            paramLabel = "CLASS",
            split = ",",
            description = "Only these classes: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<BeatClass> classes = EnumSet.noneOf(BeatClass.class);

    @Override
    public void run() {
        new Subscription<>(kafka, options, options.topics().beats(), this::isWanted, Lines::of)
                .printTo(spec.commandLine().getOut());
    }

    private boolean isWanted(Beat beat) {
        return classes.isEmpty()
                || classes.contains(BeatClass.valueOf(beat.getBeatClass().name()));
    }
}
