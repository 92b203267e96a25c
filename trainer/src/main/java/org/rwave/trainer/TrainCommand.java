package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.DataHash;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.data.TrainingData;
import org.rwave.trainer.export.GoldenBeatWriter;
import org.rwave.trainer.export.NetworkExport;
import org.rwave.trainer.export.Provenance;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.report.ModelCard;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.report.figures.Sharpened;
import org.rwave.trainer.training.EnsembleTraining;
import org.rwave.trainer.training.HyperParameters;
import org.rwave.trainer.training.Progress;
import org.rwave.trainer.training.Temperature;
import org.rwave.trainer.validation.CrossValidation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code rwave train}: cross-validation for the temperature and the card, then a model from all of DS1, written with its
 * card and golden beats. Never opens DS2.
 */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a model on DS1 and writes NAME.onnx, NAME.md (card) and NAME.golden.txt.")
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private TrainingOptions options = new TrainingOptions();

    @Option(
            names = "--out",
            paramLabel = "NAME",
            required = true,
            description = "Path of the model without its ending; 'models/src/main/resources/org/rwave/models/standard'"
                    + " replaces the default model of the next build.")
    private Path out;

    @Option(
            names = "--revision",
            defaultValue = "unknown",
            paramLabel = "NAME",
            description = "Source revision for the model's metadata, for instance $(git rev-parse --short HEAD).")
    private String revision;

    @Override
    public Integer call() throws IOException {
        PrintStream log = System.out;
        requireFolder();
        HyperParameters parameters = options.start(log);
        TrainingData data = options.capture(parameters, log);
        int rounds = DataSplit.DS1_FOLDS.size() + 1;
        Progress progress = new Progress(log, rounds * parameters.members() * parameters.epochs(), System::nanoTime);
        List<Prediction> outOfFold = CrossValidation.run(parameters, data, progress);
        double temperature = Temperature.fit(
                outOfFold.stream().map(Prediction::probabilities).toList(),
                outOfFold.stream().map(Prediction::truth).toList());
        List<Prediction> calibrated = Sharpened.at(temperature, outOfFold);
        log.print(ConfusionMatrix.of(calibrated).toText());
        progress.startTask("DS1");
        List<LabelledBeat> beats = data.of(DataSplit.DS1);
        try (Ensemble ensemble = EnsembleTraining.run(parameters, beats, progress)) {
            byte[] onnx = NetworkExport.toOnnx(
                    ensemble,
                    temperature,
                    Provenance.of(parameters, DataSplit.DS1, DataHash.of(beats), temperature, revision)
                            .toMap());
            write(onnx, calibrated, data.judged(DataSplit.DS1), log);
        }
        return 0;
    }

    private void requireFolder() {
        Path folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--out " + out + ": there is no folder " + folder);
        }
    }

    private void write(byte[] onnx, List<Prediction> outOfFold, List<LabelledBeat> beats, PrintStream log)
            throws IOException {
        try (BeatModel model = BeatModel.of(onnx, out + ".onnx")) {
            write(
                    ".golden.txt",
                    GoldenBeatWriter.write(model, beats).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            write(".md", ModelCard.of(model, outOfFold).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            write(".onnx", onnx);
            log.println("wrote " + out + ".onnx, SHA-256 " + model.hash());
        }
    }

    /** The file appears whole or not at all. */
    private void write(String ending, byte[] content) throws IOException {
        Path file = out.resolveSibling(out.getFileName() + ending);
        Path unfinished = out.resolveSibling(out.getFileName() + ending + ".part");
        Files.write(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
