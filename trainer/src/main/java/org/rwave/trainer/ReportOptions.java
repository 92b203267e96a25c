package org.rwave.trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rwave.trainer.report.evaluation.EvaluationJson;
import org.rwave.trainer.report.evaluation.IntraPatient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of the commands that write a report. */
final class ReportOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--intra",
            paramLabel = "FILE",
            description =
                    "Intra-patient result to set beside: JSON with title, split and matrix (docs/evaluation.md). May"
                            + " be repeated.")
    private List<Path> intraPatient = List.of();

    List<IntraPatient> intraPatient() throws IOException {
        List<IntraPatient> results = new ArrayList<>();
        for (Path file : intraPatient) {
            results.add(EvaluationJson.readIntraPatient(file));
        }
        return results;
    }

    /** The command line as it was given. */
    String commandLine() {
        List<String> arguments = command.root().commandLine().getParseResult().originalArgs();
        return "rwave " + String.join(" ", arguments);
    }
}
