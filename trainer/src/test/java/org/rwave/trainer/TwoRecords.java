package org.rwave.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rwave.ecg.recording.TestData;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.report.evaluation.Origin;

/** Two records of DS1 to be judged on; the tests that need them are skipped where there are no recordings. */
final class TwoRecords {
    static final DataSplit SPLIT = new DataSplit("two of DS1", List.of("114", "124"));

    static final Origin ORIGIN =
            new Origin("Two records", SPLIT.name(), "", SPLIT.records(), "", "", "", "", "", 1, List.of(), false);

    private TwoRecords() {}

    /** The folder {@code mitdb} in {@code folder}: the two records alone, with no noise beside them. */
    static Path copiedTo(Path folder) throws IOException {
        Path from = TestData.folder("mitdb");
        Path to = Files.createDirectory(folder.resolve("mitdb"));
        for (String record : SPLIT.records()) {
            for (String ending : List.of(".hea", ".dat", ".atr")) {
                Files.copy(from.resolve(record + ending), to.resolve(record + ending));
            }
        }
        return to;
    }
}
