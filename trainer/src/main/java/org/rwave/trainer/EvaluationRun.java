package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.ecg.score.AnnotationPair;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.EvaluationMaker;
import org.rwave.trainer.report.evaluation.IntraPatient;
import org.rwave.trainer.report.evaluation.NoiseResults;
import org.rwave.trainer.report.evaluation.Origin;
import org.rwave.trainer.validation.ModelOutcome;
import org.rwave.trainer.validation.ModelTest;
import org.rwave.trainer.validation.NoiseTest;
import org.rwave.trainer.validation.TestedModel;

/** Plays the records of a split to models, each twice: at reference positions and to the own detector. */
final class EvaluationRun {
    private final RecordAccess access;
    private final DataSplit split;
    private final PrintStream out;

    EvaluationRun(RecordAccess access, DataSplit split, PrintStream out) {
        this.access = access;
        this.split = split;
        this.out = out;
    }

    /** The document, and the first model's annotations from the raw waveform. */
    record Result(Evaluation evaluation, List<AnnotationPair> pairsOfFirst) {}

    /** The records that a model of {@code split} is played: its own and those of the noise test. */
    static List<String> played(DataSplit split) {
        Set<String> records = new LinkedHashSet<>(split.records());
        records.addAll(NoiseTest.RECORDS);
        return List.copyOf(records);
    }

    /** Tests {@code models}, which the caller closes, and makes the document. */
    Result run(List<TestedModel> models, Origin origin, List<IntraPatient> intraPatient) throws IOException {
        ModelTest test = new ModelTest(access);
        List<ModelOutcome> outcomes = new ArrayList<>();
        for (TestedModel model : models) {
            boolean isFirst = outcomes.isEmpty();
            out.println("model " + (outcomes.size() + 1) + " of " + models.size() + ": " + split.name() + ", "
                    + split.records().size() + " records, at reference positions and from the raw waveform");
            outcomes.add(new ModelOutcome(
                    test.atReferencePositions(model, split.records(), isFirst),
                    test.fromRawWaveform(model, split.records())));
        }
        TestedModel first = models.get(0);
        out.println("noise stress test with " + access.noises());
        return new Result(
                EvaluationMaker.make(
                        origin,
                        outcomes,
                        models.stream().map(EvaluationRun::temperature).toList(),
                        first,
                        NoiseResults.of(access, first),
                        intraPatient),
                outcomes.get(0).pairs());
    }

    private static double temperature(TestedModel model) {
        return model.temperature()
                * Double.parseDouble(model.models().get(0).metadata().temperature());
    }

    /** What a report says about its origin. */
    static Origin origin(
            String title,
            String protocol,
            DataSplit split,
            List<TestedModel> tested,
            ReportOptions options,
            String revision) {
        List<BeatModel> models =
                tested.stream().flatMap(model -> model.models().stream()).toList();
        return new Origin(
                title,
                split.name(),
                protocol,
                split.records(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                options.commandLine(),
                codeVersion(revision),
                machine(),
                Preprocessing.ID,
                tested.get(0).temperature(),
                models.stream()
                        .map(model -> new Origin.Model(
                                model.source(), model.hash(), model.metadata().toMap()))
                        .toList(),
                models.size() > tested.size());
    }

    private static String codeVersion(String revision) {
        String version = TrainerMain.class.getPackage().getImplementationVersion();
        return (version == null ? "development" : version) + ", source revision " + revision;
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version();
    }
}
