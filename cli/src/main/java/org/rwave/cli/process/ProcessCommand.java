package org.rwave.cli.process;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.CtrlC;
import org.rwave.cli.KafkaOptions;
import org.rwave.models.ModelException;
import org.rwave.processor.KafkaConnection;
import org.rwave.processor.ProcessorException;
import org.rwave.processor.ProcessorSettings;
import org.rwave.processor.SettingsException;
import org.rwave.processor.StreamProcessor;
import org.rwave.schemas.serde.RegistryException;
import org.rwave.schemas.serde.RegistryUnreachableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rwave process}: the stream processor, until Ctrl-C; any number of instances share the patients. */
@Command(
        name = "process",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Turn live waveforms into beats, vital signs and alarms.",
            "Start any number of instances; Kafka shares the patients out among them."
        },
        footer = {
            "",
            "Each setting may also stand in the --config file (guarantee=exactly_once_v2) or in the environment"
                    + " (RWAVE_PROCESS_GUARANTEE); the command line goes before the environment, that before the file.",
            "Kafka Streams' own settings go into --command-config, for instance producer.compression.type."
        })
public final class ProcessCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private ProcessOptions options;

    @Override
    public Integer call() {
        ProcessorSettings settings = settings();
        settings.readAlarmSettings(); // before anything is started for nothing
        kafka.requireBroker();
        KafkaConnection connection =
                new KafkaConnection(kafka.bootstrapServer(), kafka.schemaRegistry(), kafka.clientProperties());
        CompletableFuture<Void> stop = new CompletableFuture<>();
        try (CtrlC ctrlC = CtrlC.asks(() -> stop.complete(null));
                StreamProcessor processor = start(settings, connection)) {
            announce(settings, processor);
            CompletableFuture.anyOf(stop, processor.ended()).join();
            return ctrlC.wasPressed() ? 0 : 1;
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            throw new CommandFailed("stopped: " + cause.getMessage() + "; see the log", cause);
        }
    }

    private ProcessorSettings settings() {
        try {
            return ProcessorSettings.of(options.values(System.getenv()));
        } catch (SettingsException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static StreamProcessor start(ProcessorSettings settings, KafkaConnection connection) {
        try {
            return StreamProcessor.start(settings, connection);
        } catch (ModelException | ProcessorException | RegistryException | RegistryUnreachableException e) {
            throw new CommandFailed(e.getMessage(), e);
        }
    }

    private void announce(ProcessorSettings settings, StreamProcessor processor) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("processing as " + settings.applicationId() + ", "
                + settings.guarantee().toString().replace('_', '-') + "; stop with Ctrl-C");
        processor.metricsPort().ifPresent(port -> out.println("metrics and health on port " + port));
        out.flush();
    }
}
