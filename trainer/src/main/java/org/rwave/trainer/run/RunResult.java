package org.rwave.trainer.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.training.EpochRecord;
import org.rwave.trainer.training.HyperParameterFile;

/** What came out of a run, for its folder ({@code result.properties}, {@code epochs.tsv}) and for {@code index.tsv} beside. */
public final class RunResult {
    private static final String INDEX_HEADER = String.join(
            "\t",
            "run",
            "finished",
            "minutes",
            "revision",
            "data",
            "seeds",
            "S-F1",
            "V-F1",
            "F-F1",
            "macro-F1(NSV)",
            "accuracy",
            "temperature",
            "model",
            "changed hyper-parameters");

    private final RunSettings settings;
    private final RunDirectory directory;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private final List<ConfusionMatrix> matrices = new ArrayList<>();
    private String firstTemperature = "";
    private String firstModel = "";

    public RunResult(RunSettings settings, RunDirectory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    /** Cross-validation with one seed gave {@code matrix} and a temperature. */
    public void crossValidated(long seed, ConfusionMatrix matrix, double temperature) {
        matrices.add(matrix);
        lines.put("crossValidation.seed" + seed, matrix.summary());
        String text = String.format(Locale.ROOT, "%.4f", temperature);
        lines.put("temperature.seed" + seed, text);
        firstTemperature = firstTemperature.isEmpty() ? text : firstTemperature;
    }

    /** A model was written. */
    public void model(long seed, Path file, String sha256) {
        lines.put("model.seed" + seed, file + " SHA-256 " + sha256);
        firstModel = firstModel.isEmpty() ? sha256 : firstModel;
    }

    /** Mean and standard deviation over the seeds; empty when there is one. */
    public String overSeeds() {
        if (matrices.size() < 2) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "mean +- deviation of %d seeds: macro-F1(NSV) %s, V-F1 %s, S-F1 %s, F-F1 %s, accuracy %s%n",
                matrices.size(),
                spread(Figure.MACRO),
                spread(Figure.V),
                spread(Figure.S),
                spread(Figure.F),
                spread(Figure.ACCURACY));
    }

    private enum Figure {
        S,
        V,
        F,
        MACRO,
        ACCURACY;

        double of(ConfusionMatrix matrix) {
            return 100
                    * switch (this) {
                        case S -> matrix.f1(BeatClass.S);
                        case V -> matrix.f1(BeatClass.V);
                        case F -> matrix.f1(BeatClass.F);
                        case MACRO -> (matrix.f1(BeatClass.N) + matrix.f1(BeatClass.S) + matrix.f1(BeatClass.V)) / 3;
                        case ACCURACY -> matrix.accuracy();
                    };
        }
    }

    private double mean(Figure figure) {
        return matrices.stream().mapToDouble(figure::of).average().orElse(Double.NaN);
    }

    private String spread(Figure figure) {
        double mean = mean(figure);
        double squares = matrices.stream()
                .mapToDouble(matrix -> Math.pow(figure.of(matrix) - mean, 2))
                .sum();
        return String.format(Locale.ROOT, "%.2f +- %.2f", mean, Math.sqrt(squares / (matrices.size() - 1)));
    }

    /** Writes everything; {@code begun} is when this process began with it. */
    public void write(List<EpochRecord> epochs, Instant begun, Instant finished) throws IOException {
        double minutes = Duration.between(begun, finished).toMillis() / 60_000.0;
        lines.put("finished", finished.truncatedTo(ChronoUnit.SECONDS).toString());
        lines.put("minutes", String.format(Locale.ROOT, "%.1f", minutes));
        lines.put(
                "trainingSeconds",
                String.format(
                        Locale.ROOT,
                        "%.0f",
                        epochs.stream().mapToDouble(EpochRecord::seconds).sum()));
        RunFile.write(directory.folder().resolve("result.properties"), "What came out of this run.", lines);
        StringBuilder table = new StringBuilder("ensemble\tnetwork\tseed\tepoch\tloss\tseconds\n");
        for (EpochRecord epoch : epochs) {
            table.append(String.format(
                    Locale.ROOT,
                    "%s\t%d\t%d\t%d\t%.6f\t%.2f%n",
                    epoch.network().ensemble(),
                    epoch.network().member() + 1,
                    epoch.network().seed(),
                    epoch.epoch(),
                    epoch.loss(),
                    epoch.seconds()));
        }
        directory.write("epochs.tsv", table.toString());
        appendToIndex();
    }

    private void appendToIndex() throws IOException {
        Path index = directory.folder().toAbsolutePath().resolveSibling("index.tsv");
        String line = String.join(
                "\t",
                directory.folder().getFileName().toString(),
                lines.get("finished"),
                lines.get("minutes"),
                settings.revision(),
                directory.dataHash().substring(0, 12),
                settings.seedNumbers().toString(),
                percent(Figure.S),
                percent(Figure.V),
                percent(Figure.F),
                percent(Figure.MACRO),
                percent(Figure.ACCURACY),
                firstTemperature,
                firstModel,
                HyperParameterFile.changes(settings.parameters()));
        String text = (Files.exists(index) ? "" : INDEX_HEADER + "\n") + line + "\n";
        Files.write(index, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String percent(Figure figure) {
        return String.format(Locale.ROOT, "%.2f", mean(figure));
    }
}
