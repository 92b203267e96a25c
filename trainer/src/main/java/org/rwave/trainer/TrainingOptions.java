package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rwave.trainer.data.CaptureVariant;
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

    /** The beats of DS1. */
    TrainingData capture(HyperParameters parameters, PrintStream out) throws IOException {
        List<CaptureVariant> variants = parameters.variants();
        TrainingData beats = TrainingData.capture(
                RecordAccess.forTraining(data.mitdb()), DataSplit.DS1, parameters.labels(), variants);
        out.println("captured " + beats.of(DataSplit.DS1).size() + " beats of " + DataSplit.DS1.name()
                + " in the variants " + variants);
        return beats;
    }
}
