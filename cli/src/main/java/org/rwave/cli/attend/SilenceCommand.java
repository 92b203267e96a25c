package org.rwave.cli.attend;

import java.time.Duration;
import org.rwave.cli.score.TimeOption;
import org.rwave.ecg.alarm.AlarmCommand.Action;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rwave silence}: an alarm makes no sound for a while. */
@Command(
        name = "silence",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Let an alarm make no sound for a while; it stays on the screen, and one that begins later sounds.",
            "Whoever sounds alarms goes by silencedUntil of the alert."
        },
        footer = {"", "Example: rwave silence --patient 207 --for 2:00 --by nurse-3"})
public final class SilenceCommand implements Runnable {
    private static final Duration LONGEST = Duration.ofDays(1);

    @Spec
    private CommandSpec spec;

    @Mixin
    private AttendOptions options;

    @Option(
            names = "--for",
            required = true,
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "For how long from now, for instance 2:00 or 90s; at most a day.")
    private Duration length;

    @Override
    public void run() {
        if (length.isZero() || length.isNegative() || length.compareTo(LONGEST) > 0) {
            throw new ParameterException(spec.commandLine(), "--for must be more than 0 s and at most 24:00:00");
        }
        new CommandSender(options.kafka(), options.topics())
                .send(
                        options.command(Action.SILENCE, length.toNanos() / 1000),
                        spec.commandLine().getOut());
    }
}
