package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.trainer.data.NoiseKind;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.noise.NoiseScoring;
import org.rwave.trainer.validation.NoiseTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rwave score-noise}. */
@Command(
        name = "score-noise",
        mixinStandardHelpOptions = true,
        description =
                "The noise stress test: records of DS1 with recorded noise added at several signal-to-noise ratios,"
                        + " and the noisy records of the Noise Stress Test Database; what the monitor finds, what it finds falsely,"
                        + " and how much it says it cannot read. Figures are explained in docs/detection.md.",
        footer = {"", "Example: rwave score-noise --noise bw,ma --decibels 6,0"})
final class NoiseScoreCommand implements Callable<Integer> {
    private static final List<String> NOISY_RECORDS = List.of("118e00", "118e_6", "119e00", "119e_6");

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--records",
            split = ",",
            paramLabel = "NAME",
            description = "Records of DS1 to add noise to. Default: 118,119.")
    private List<String> records = NoiseTest.RECORDS;

    @Option(
            names = "--noise",
            split = ",",
            paramLabel = "NAME",
            description =
                    "bw (baseline wander), ma (muscle artefact), em (electrode motion). Default: those that are there.")
    private List<NoiseKind> noises;

    @Option(
            names = "--decibels",
            split = ",",
            paramLabel = "RATIO",
            description = "Signal-to-noise ratios. Default: 24,18,12,6,0,-6.")
    private List<Integer> decibels = NoiseTest.DECIBELS;

    @Option(names = "--model", paramLabel = "FILE", description = "ONNX model (default: the one of this release).")
    private Path model;

    @Override
    public Integer call() throws IOException {
        Path mitdb = data.mitdb();
        Path nstdb = mitdb.resolveSibling("nstdb");
        RecordAccess access = RecordAccess.forTraining(mitdb);
        List<NoiseKind> wanted = noises == null ? access.noises() : noises;
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException(
                    "no noise recording (bw, ma, em) in " + nstdb + "; fetch them with 'rwave data fetch nstdb'");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (BeatModel opened = model == null ? BeatModel.standard() : BeatModel.load(model);
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(opened)) {
            NoiseScoring scoring = new NoiseScoring(access, classifier, line -> {
                out.println(line);
                out.flush();
            });
            scoring.added(records, wanted, decibels);
            if (noises == null) {
                for (String record : NOISY_RECORDS) {
                    if (!scoring.asItIs(nstdb.resolve(record))) {
                        out.println(record + " is not in " + nstdb);
                    }
                }
            }
            out.flush();
        }
        return 0;
    }
}
