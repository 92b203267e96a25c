package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.rwave.models.RowModel;
import org.rwave.trainer.export.RowNetworkExport;
import org.rwave.trainer.export.RowProvenance;
import org.rwave.trainer.heartbeat.RowScore;
import org.rwave.trainer.heartbeat.TrainedRows;
import org.rwave.trainer.kaggle.HeartbeatRow;
import picocli.CommandLine.Option;

/** Where a model over heartbeat rows goes, with its card. */
final class HeartbeatOutput {
    @Option(
            names = "--out",
            paramLabel = "NAME",
            required = true,
            description = "Path of the model without its ending.")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of everything random (default: 1).")
    long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads of the training engine; the weights depend on it (default: 1).")
    int threads;

    /** Fails before hours of training rather than after. */
    void requireFolder() {
        Path folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--out " + out + ": there is no folder " + folder);
        }
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("--threads must be from 1 to 64, was " + threads);
        }
    }

    /** Exports {@code network}, runs the exported file over {@code test}, writes model and card. */
    void write(TrainedRows network, RowProvenance provenance, List<HeartbeatRow> test, PrintWriter log)
            throws IOException {
        Map<String, String> metadata = provenance.toMap();
        byte[] onnx = RowNetworkExport.toOnnx(network.network(), metadata);
        try (RowModel model = RowModel.of(onnx, out + ".onnx")) {
            String score = RowScore.of(model, test).toText();
            log.print(score);
            StringBuilder card =
                    new StringBuilder("# ").append(out.getFileName()).append("\n\n");
            metadata.forEach((key, value) -> card.append("- ")
                    .append(key.replace("rwave.rows.", ""))
                    .append(": ")
                    .append(value)
                    .append('\n'));
            card.append("\nTest, ")
                    .append(test.size())
                    .append(" rows:\n\n```\n")
                    .append(score)
                    .append("```\n");
            write(".md", card.toString().getBytes(StandardCharsets.UTF_8));
            write(".onnx", onnx);
        }
        log.println("wrote " + out + ".onnx and its card " + out + ".md");
        log.flush();
    }

    /** The file appears whole or not at all. */
    private void write(String ending, byte[] content) throws IOException {
        Path file = out.resolveSibling(out.getFileName() + ending);
        Path unfinished = out.resolveSibling(out.getFileName() + ending + ".part");
        Files.write(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
