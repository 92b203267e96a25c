package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rwave.models.RowModel;
import org.rwave.trainer.export.RowNetworkImport;
import org.rwave.trainer.export.RowProvenance;
import org.rwave.trainer.heartbeat.EpochLog;
import org.rwave.trainer.heartbeat.RowScore;
import org.rwave.trainer.heartbeat.RowSettings;
import org.rwave.trainer.heartbeat.RowSplit;
import org.rwave.trainer.heartbeat.RowTraining;
import org.rwave.trainer.heartbeat.TrainedRows;
import org.rwave.trainer.kaggle.HeartbeatCsv;
import org.rwave.trainer.kaggle.HeartbeatRow;
import org.rwave.trainer.kaggle.RowHash;
import org.rwave.trainer.kaggle.RowLabels;
import org.rwave.trainer.training.TrainingEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rwave heartbeat transfer}. */
@Command(
        name = "transfer",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a network trained on the MIT-BIH rows to the two classes of PTB (healthy control, myocardial",
            "infarction): ptbdb_normal.csv and ptbdb_abnormal.csv, a fifth of either for the test. Intra-patient."
        },
        footer = {
            "",
            "Example: rwave heartbeat transfer --model kaggle/cnn.onnx --csv kaggle --variant frozen --out kaggle/mi"
        })
final class HeartbeatTransferCommand implements Callable<Integer> {
    private static final double TEST_SHARE = 0.2;
    /** A trunk that has learned already is moved gently. */
    private static final double FINE_TUNING_RATE = 0.001;

    /** What happens to the part that was learned on MIT-BIH. */
    enum Variant {
        /** It stays as it is; the dense layers alone learn. */
        FROZEN,
        /** It goes on learning. */
        FINE_TUNED;

        @Override
        public String toString() {
            return this == FROZEN ? "frozen" : "fine-tuned";
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private HeartbeatOutput output = new HeartbeatOutput();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            required = true,
            description = "A model of 'rwave heartbeat train'.")
    private Path file;

    @Option(
            names = "--csv",
            paramLabel = "DIR",
            required = true,
            description = "Folder with ptbdb_normal.csv and ptbdb_abnormal.csv.")
    private Path csv;

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            required = true,
            description = "frozen (the dense layers alone learn) or fine-tuned.",
            converter = VariantName.class)
    private Variant variant;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Passes over the rows, where the model's own are not wanted.")
    private Optional<Integer> epochs = Optional.empty();

    @Override
    public Integer call() throws IOException {
        PrintWriter log = spec.commandLine().getOut();
        output.requireFolder();
        RowModel.load(file).close(); // refuses what is no such model
        List<HeartbeatRow> rows = new ArrayList<>(HeartbeatCsv.read(csv.resolve("ptbdb_normal.csv"), RowLabels.PTB));
        rows.addAll(HeartbeatCsv.read(csv.resolve("ptbdb_abnormal.csv"), RowLabels.PTB));
        RowSplit split = RowSplit.of(rows, RowLabels.PTB.count(), TEST_SHARE, output.seed);
        log.println(RowScore.INTRA_PATIENT);
        log.println("read " + rows.size() + " rows, " + split.test().size() + " of them for the test");
        TrainingEngine.start(output.threads);
        byte[] onnx = Files.readAllBytes(file);
        try (TrainedRows donor = RowNetworkImport.read(onnx, file.toString())) {
            RowSettings settings = settings(donor);
            log.println("settings: " + settings.onOneLine() + "; trunk " + variant);
            RowTraining training =
                    new RowTraining(settings, RowLabels.PTB.count(), output.seed, new EpochLog(log, System::nanoTime));
            try (TrainedRows trained = training.transfer(donor, split.train(), variant == Variant.FROZEN)) {
                RowProvenance provenance = new RowProvenance(
                        settings,
                        RowLabels.PTB,
                        "ptbdb_normal.csv and ptbdb_abnormal.csv, trunk of " + file.getFileName() + " " + variant,
                        RowHash.of(split.train()),
                        output.seed,
                        output.threads);
                output.write(trained, provenance, split.test(), log);
            }
        }
        return 0;
    }

    private RowSettings settings(TrainedRows donor) {
        RowSettings own = RowSettings.of(donor.network().shape().trunk().kind())
                .withShape(donor.network().shape());
        RowSettings settings = epochs.map(own::withEpochs).orElse(own);
        return variant == Variant.FINE_TUNED ? settings.withLearningRate(FINE_TUNING_RATE) : settings;
    }

    /** Reads the names that {@link Variant#toString} gives. */
    static final class VariantName implements picocli.CommandLine.ITypeConverter<Variant> {
        @Override
        public Variant convert(String name) {
            for (Variant variant : Variant.values()) {
                if (variant.toString().equals(name)) {
                    return variant;
                }
            }
            throw new picocli.CommandLine.TypeConversionException("must be frozen or fine-tuned, was '" + name + "'");
        }
    }
}
