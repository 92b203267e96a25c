package org.rwave.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.report.Ds2Log;

/** On two records of DS1: how a look at the test set is logged. */
class LoggedEvaluationTest {
    @TempDir
    Path folder;

    @Test
    void the_entry_names_model_and_command_before_the_records_are_opened_and_ends_with_what_is_printed()
            throws IOException {
        Path mitdb = TwoRecords.copiedTo(folder);
        Path log = Files.writeString(folder.resolve("log.md"), "# Every look\n");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        StringBuilder begun = new StringBuilder();

        try (BeatModel model = BeatModel.standard()) {
            new LoggedEvaluation(
                            new Ds2Log(log), TwoRecords.SPLIT, new PrintStream(printed, true, StandardCharsets.UTF_8))
                    .run(
                            List.of(model),
                            Instant.parse("2024-02-03T04:05:06Z"),
                            "rwave evaluate",
                            () -> {
                                begun.append(Files.readString(log));
                                return RecordAccess.forTraining(mitdb);
                            },
                            tested -> TwoRecords.ORIGIN,
                            List.of());

            assertThat(begun)
                    .hasToString("# Every look\n\n## 2024-02-03T04:05:06Z\n\nModel `" + model.hash()
                            + "`\n\nCommand `rwave evaluate`\n");
        }
        String result = printed.toString(StandardCharsets.UTF_8);
        assertThat(result).contains("mapping, 3498 beats");
        assertThat(Files.readString(log))
                .isEqualTo(begun + "\n```\n" + result.substring(result.indexOf("Reference positions")) + "```\n");
    }
}
