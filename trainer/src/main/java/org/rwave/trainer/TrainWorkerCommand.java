package org.rwave.trainer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.rwave.trainer.data.DataHash;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.TrainingData;
import org.rwave.trainer.run.RunDirectory;
import org.rwave.trainer.run.RunSettings;
import org.rwave.trainer.run.TrainingRun;
import org.rwave.trainer.training.TrainingEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rwave train-worker}: trains networks of a run that another process has begun; {@code --parallel} starts it. */
@Command(
        name = "train-worker",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Trains networks of a run that another process has begun.")
final class TrainWorkerCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "DIR", description = "Folder of the run.")
    private Path folder;

    @Option(names = "--parent", required = true, paramLabel = "PID", description = "Process to end with.")
    private long parent;

    @Override
    public Integer call() throws IOException {
        BooleanSupplier mayGoOn =
                () -> ProcessHandle.of(parent).map(ProcessHandle::isAlive).orElse(false);
        RunDirectory directory = RunDirectory.open(folder);
        RunSettings settings = directory.settings();
        TrainingEngine.start(settings.parameters().threads());
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        TrainingData beats = Capture.of(settings.parameters(), data.mitdb(), 1, silent);
        String dataHash = DataHash.of(beats.of(DataSplit.DS1));
        directory.requireData(dataHash);
        new TrainingRun(settings, beats, dataHash, directory, new TrainingRun.Circumstances(System.out, 2, mayGoOn))
                .train(settings.plan(), false);
        return 0;
    }
}
