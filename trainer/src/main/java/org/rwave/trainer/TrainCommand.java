package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rwave.models.BeatModel;
import org.rwave.trainer.checkpoint.WholeFile;
import org.rwave.trainer.data.DataHash;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.export.GoldenBeatWriter;
import org.rwave.trainer.export.NetworkExport;
import org.rwave.trainer.export.Provenance;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.report.ModelCard;
import org.rwave.trainer.report.RecordTable;
import org.rwave.trainer.run.RunResult;
import org.rwave.trainer.training.EnsembleTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code rwave train}: cross-validation for the temperature and the card, then a model from all of DS1, written with its
 * card and golden beats. Never opens DS2.
 */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a model on DS1 and writes NAME.onnx, NAME.md (card) and NAME.golden.txt.")
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--out",
            paramLabel = "NAME",
            description = "Path of the model without its ending, required except with --resume;"
                    + " 'models/src/main/resources/org/rwave/models/standard' replaces the default model of the next"
                    + " build. With --seeds, the other models are NAME-seedSEED.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--crossvalidate-each",
            description = "With --seeds, cross-validate each; by default the first gives the temperature of all.")
    private boolean crossValidateEach;

    @Override
    public Integer call() throws IOException {
        if (out.isEmpty() && !options.resumes()) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--out=NAME'");
        }
        if (out.isPresent()) {
            requireFolder(out.get());
        }
        PrintStream log = System.out;
        RunOptions.Ready ready = options.ready(out, crossValidateEach, log);
        if (ready.settings().out().isEmpty()) {
            throw new IllegalArgumentException(
                    ready.directory().folder() + " is a run of crossvalidate; go on with it by that command");
        }
        Path name = Path.of(ready.settings().out());
        requireFolder(name);
        RunResult result = new RunResult(ready.settings(), ready.directory());
        StringBuilder figures = new StringBuilder();
        Calibration calibration = null;
        for (long seed : ready.settings().seedNumbers()) {
            if (calibration == null || ready.settings().crossValidateEach()) {
                calibration = Calibration.of(ready, seed, result);
                String text =
                        Calibration.heading(ready.settings(), seed) + Calibration.matrix(calibration.predictions());
                log.print(text);
                figures.append(text).append(RecordTable.of(calibration.predictions()));
            }
            boolean first = seed == ready.settings().parameters().seed();
            Path file = first ? name : name.resolveSibling(name.getFileName() + "-seed" + seed);
            model(ready, seed, file, calibration, result, log);
        }
        figures.append(result.overSeeds());
        log.print(result.overSeeds());
        ready.directory().write("cross-validation.txt", figures.toString());
        result.write(ready.run().epochs(), ready.begun(), Instant.now());
        return 0;
    }

    private static void requireFolder(Path name) {
        Path folder = name.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--out " + name + ": there is no folder " + folder);
        }
    }

    private static void model(
            RunOptions.Ready ready, long seed, Path name, Calibration calibration, RunResult result, PrintStream log)
            throws IOException {
        EnsembleTask task = ready.settings().model(seed);
        ready.run().train(List.of(task), true);
        List<LabelledBeat> beats = ready.run().data().of(DataSplit.DS1);
        try (Ensemble ensemble = ready.run().ensemble(task)) {
            byte[] onnx = NetworkExport.toOnnx(
                    ensemble,
                    calibration.temperature(),
                    Provenance.of(
                                    ready.settings().parameters().withSeed(seed),
                                    DataSplit.DS1,
                                    DataHash.of(beats),
                                    calibration.temperature(),
                                    ready.settings().revision())
                            .toMap());
            try (BeatModel model = BeatModel.of(onnx, name + ".onnx")) {
                String golden = GoldenBeatWriter.write(model, ready.run().data().judged(DataSplit.DS1));
                write(name, ".golden.txt", golden.getBytes(StandardCharsets.UTF_8));
                String card = ModelCard.of(model, calibration.predictions());
                write(name, ".md", card.getBytes(StandardCharsets.UTF_8));
                write(name, ".onnx", onnx);
                result.model(seed, name, model.hash());
                log.println("wrote " + name + ".onnx, SHA-256 " + model.hash());
            }
        }
    }

    private static void write(Path name, String ending, byte[] content) throws IOException {
        WholeFile.write(name.resolveSibling(name.getFileName() + ending), content);
    }
}
