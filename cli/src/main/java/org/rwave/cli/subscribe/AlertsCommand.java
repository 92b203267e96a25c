package org.rwave.cli.subscribe;

import java.util.EnumSet;
import java.util.Set;
import org.rwave.cli.KafkaOptions;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPriority;
import org.rwave.schemas.avro.Alert;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rwave alerts}: alarms as they come. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Print alarms as they come, one line each.")
public final class AlertsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private SubscribeOptions options;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Only these: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<AlarmKind> kinds = EnumSet.noneOf(AlarmKind.class);

    @Option(
            names = "--priority",
            paramLabel = "PRIORITY",
            defaultValue = "LOW",
            description = "Only this priority and above: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private AlarmPriority priority;

    @Option(
            names = "--audit",
            description = "Instead: what people have done about alarms, who, when and why; also what was refused.")
    private boolean audit;

    @Override
    public void run() {
        if (audit) {
            new Subscription<>(kafka, options, options.topics().alertCommands(), command -> true, Lines::of)
                    .printTo(spec.commandLine().getOut());
            return;
        }
        new Subscription<>(kafka, options, options.topics().alerts(), this::isWanted, Lines::of)
                .printTo(spec.commandLine().getOut());
    }

    /** By name: a kind that this version does not know is shown unless kinds were asked for. */
    private boolean isWanted(Alert alert) {
        boolean kindWanted =
                kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.name().equals(alert.getKind()));
        AlarmPriority own = AlarmPriority.valueOf(alert.getPriority().name());
        return kindWanted && own.compareTo(priority) >= 0;
    }
}
