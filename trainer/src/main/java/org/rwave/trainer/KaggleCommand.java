package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rwave.trainer.kaggle.HeartbeatCsv;
import org.rwave.trainer.kaggle.HeartbeatRow;
import org.rwave.trainer.kaggle.MitBihRows;
import org.rwave.trainer.kaggle.PtbRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rwave data kaggle}: the Kaggle heartbeat files from the WFDB records. */
@Command(
        name = "kaggle",
        mixinStandardHelpOptions = true,
        description = {
            "Derives the files of Kaggle's ECG heartbeat categorization set from WFDB records: mitbih_train.csv and",
            "mitbih_test.csv from MIT-BIH, or, with --ptb, ptbdb_normal.csv and ptbdb_abnormal.csv from records of PTB.",
            "Intra-patient: the same people are in training and test."
        },
        footer = {"", "Example: rwave data kaggle --out kaggle"})
final class KaggleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go; made if need be.")
    private Path out;

    @Option(
            names = "--ptb",
            paramLabel = "DIR",
            description = "Folder with records of the PTB diagnostic data base (searched with its subfolders).")
    private Optional<Path> ptb = Optional.empty();

    @Option(names = "--overwrite", description = "Replace files that are there.")
    private boolean isOverwrite;

    @Override
    public Integer call() throws IOException {
        Map<String, List<HeartbeatRow>> files = new LinkedHashMap<>();
        if (ptb.isPresent()) {
            requireFree("ptbdb_normal.csv", "ptbdb_abnormal.csv");
            PtbRows rows = PtbRows.derive(ptb.get());
            spec.commandLine().getOut().println(rows.summary());
            files.put("ptbdb_normal.csv", rows.normal());
            files.put("ptbdb_abnormal.csv", rows.abnormal());
        } else {
            requireFree("mitbih_train.csv", "mitbih_test.csv");
            MitBihRows rows = MitBihRows.derive(data.mitdb());
            files.put("mitbih_train.csv", rows.train());
            files.put("mitbih_test.csv", rows.test());
        }
        write(files);
        return 0;
    }

    private void requireFree(String... names) {
        for (String name : names) {
            if (Files.exists(out.resolve(name)) && !isOverwrite) {
                throw new IllegalArgumentException(
                        out.resolve(name) + " is there already; pass --overwrite to replace it");
            }
        }
    }

    private void write(Map<String, List<HeartbeatRow>> files) throws IOException {
        PrintWriter log = spec.commandLine().getOut();
        Files.createDirectories(out);
        for (Map.Entry<String, List<HeartbeatRow>> file : files.entrySet()) {
            HeartbeatCsv.write(out.resolve(file.getKey()), file.getValue());
            log.println("wrote " + file.getValue().size() + " rows to " + out.resolve(file.getKey()));
        }
        log.println("These files are intra-patient: figures on them say nothing about patients never seen.");
        log.flush();
    }
}
