package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rwave.trainer.export.RowProvenance;
import org.rwave.trainer.heartbeat.EpochLog;
import org.rwave.trainer.heartbeat.RowScore;
import org.rwave.trainer.heartbeat.RowSettings;
import org.rwave.trainer.heartbeat.RowTraining;
import org.rwave.trainer.heartbeat.TrainedRows;
import org.rwave.trainer.kaggle.HeartbeatCsv;
import org.rwave.trainer.kaggle.HeartbeatRow;
import org.rwave.trainer.kaggle.RowHash;
import org.rwave.trainer.kaggle.RowLabels;
import org.rwave.trainer.network.NetworkKind;
import org.rwave.trainer.training.TrainingEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rwave heartbeat train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a network on mitbih_train.csv, tests it once on mitbih_test.csv and writes NAME.onnx and NAME.md.",
            "Intra-patient."
        },
        footer = {"", "Example: rwave heartbeat train --csv kaggle --network lstm --out kaggle/lstm"})
final class HeartbeatTrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HeartbeatOutput output = new HeartbeatOutput();

    @Option(
            names = "--csv",
            paramLabel = "DIR",
            required = true,
            description = "Folder with mitbih_train.csv and mitbih_test.csv.")
    private Path csv;

    @Option(
            names = "--network",
            paramLabel = "KIND",
            defaultValue = "residual",
            description = "residual (small CNN, the default), deep-cnn (Kachuee et al. 2018) or lstm.")
    private String network;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Passes over the rows, where the default is not wanted.")
    private Optional<Integer> epochs = Optional.empty();

    @Override
    public Integer call() throws IOException {
        PrintWriter log = spec.commandLine().getOut();
        output.requireFolder();
        RowSettings preset = RowSettings.of(NetworkKind.of(network));
        RowSettings settings = epochs.map(preset::withEpochs).orElse(preset);
        log.println(RowScore.INTRA_PATIENT);
        log.println("settings: " + settings.onOneLine());
        List<HeartbeatRow> test = HeartbeatCsv.read(csv.resolve("mitbih_test.csv"), RowLabels.MIT_BIH);
        List<HeartbeatRow> train = HeartbeatCsv.read(csv.resolve("mitbih_train.csv"), RowLabels.MIT_BIH);
        log.println("read " + train.size() + " rows for training, " + test.size() + " for the test");
        log.flush();
        TrainingEngine.start(output.threads);
        RowTraining training =
                new RowTraining(settings, RowLabels.MIT_BIH.count(), output.seed, new EpochLog(log, System::nanoTime));
        try (TrainedRows trained = training.run(train)) {
            RowProvenance provenance = new RowProvenance(
                    settings, RowLabels.MIT_BIH, "mitbih_train.csv", RowHash.of(train), output.seed, output.threads);
            output.write(trained, provenance, test, log);
        }
        return 0;
    }
}
