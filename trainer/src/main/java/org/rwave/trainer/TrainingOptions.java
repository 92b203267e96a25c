package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.data.TrainingData;
import org.rwave.trainer.training.HyperParameterFile;
import org.rwave.trainer.training.HyperParameters;
import org.rwave.trainer.training.TrainingEngine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that training and cross-validation share. */
final class TrainingOptions {
    @Mixin
    DataOption data = new DataOption();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Hyper-parameters that differ from the defaults (key=value lines).")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One hyper-parameter; may be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "1",
            description = "Records captured at the same time; the result does not depend on it."
                    + " Default: ${DEFAULT-VALUE}.")
    private int parallel;

    /** The effective hyper-parameters, printed; the engine is started with their threads. */
    HyperParameters start(PrintStream out) throws IOException {
        if (config.isPresent() && !Files.isRegularFile(config.get())) {
            throw new NoSuchFileException(config.get() + " is not a file; --config names the hyper-parameters");
        }
        HyperParameters parameters = HyperParameterFile.read(config, overrides);
        out.println("hyper-parameters: " + parameters.onOneLine());
        TrainingEngine.start(parameters.threads());
        return parameters;
    }

    /** The beats of DS1 and of simulated patients; a line on {@code out} for each variant, with the time it took. */
    TrainingData capture(HyperParameters parameters, PrintStream out) throws IOException {
        TrainingData.Plan plan = new TrainingData.Plan(
                DataSplit.DS1, parameters.labels(), parameters.variants(), parameters.simulated(), parallel);
        long[] last = {System.nanoTime()};
        return TrainingData.capture(RecordAccess.forTraining(data.mitdb()), plan, (what, beats) -> {
            long now = System.nanoTime();
            out.printf(Locale.ROOT, "captured %d beats of %s in %.1f s%n", beats, what, (now - last[0]) * 1e-9);
            last[0] = now;
        });
    }
}
