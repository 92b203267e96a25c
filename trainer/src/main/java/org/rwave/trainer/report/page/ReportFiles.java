package org.rwave.trainer.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.EvaluationJson;
import org.rwave.trainer.report.evaluation.Origin;

/** Writes an evaluation as page and as JSON, side by side, under a name that says what was tested. */
public final class ReportFiles {
    private static final int PREFIX = 8;

    private final Path folder;

    private ReportFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Files in {@code folder}, which is made if need be, now rather than after hours of testing.
     *
     * @throws IOException when it cannot be made or written to
     */
    public static ReportFiles in(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is not a folder; the report needs one");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("folder " + folder + " cannot be made; give the report another one", e);
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("folder " + folder + " cannot be written to; give the report another one");
        }
        return new ReportFiles(folder);
    }

    /** Writes both files, each whole or not at all; the page's path. */
    public Path write(Evaluation evaluation) throws IOException {
        String name = name(evaluation.origin());
        write(name + ".json", EvaluationJson.write(evaluation));
        return write(name + ".html", EvaluationPage.of(evaluation));
    }

    /** Split and prefix of the model's hash; of several models, of the hash over their hashes, and their number. */
    static String name(Origin origin) {
        List<String> hashes = origin.models().stream().map(Origin.Model::hash).toList();
        boolean isOne = hashes.size() == 1;
        String hash = isOne ? hashes.get(0) : sha256(String.join("\n", hashes));
        String split = origin.split().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String kind = origin.foldsOfOne() ? "-out-of-fold" : "";
        return split + kind + "-" + hash.substring(0, PREFIX)
                + (isOne || origin.foldsOfOne() ? "" : "-" + hashes.size() + "-models");
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Path unfinished = folder.resolve(name + ".part");
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
