package org.rwave.ecg.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.recording.TestData;

/**
 * The reports of WFDB's programs on all 48 records of MIT-BIH, for two public detectors, line for line. Made by {@code
 * bxb -r REC -a atr TEST -L F1 F2}, {@code bxb ... -S F}, {@code rxr ... -L F1 F2} and {@code sumstats F}.
 */
class GoldenScoresTest {
    private static final ScoringSettings STANDARD = ScoringSettings.standard();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gqrs", "osea"})
    void beat_by_beat_lines_are_those_of_bxb(String detector) throws IOException {
        List<String> lines = new ArrayList<>(List.of(BeatReport.HEADING));
        scores(detector, GoldenScoresTest::beats).forEach(score -> lines.add(BeatReport.line(score)));

        assertThat(lines).containsExactlyElementsOf(golden(detector, "bxb-L1.txt"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gqrs", "osea"})
    void shutdown_lines_are_those_of_bxb(String detector) throws IOException {
        List<String> lines = new ArrayList<>(ShutdownReport.HEADING);
        scores(detector, GoldenScoresTest::beats).forEach(score -> lines.add(ShutdownReport.line(score)));

        assertThat(lines).containsExactlyElementsOf(golden(detector, "bxb-L2.txt"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gqrs", "osea"})
    void standard_reports_are_those_of_bxb(String detector) throws IOException {
        List<String> lines = scores(detector, GoldenScoresTest::beats).stream()
                .flatMap(score -> StandardBeatReport.lines(score, "atr", detector).stream())
                .toList();

        assertThat(lines).containsExactlyElementsOf(golden(detector, "bxb-S.txt"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gqrs", "osea"})
    void ventricular_run_lines_are_those_of_rxr(String detector) throws IOException {
        assertThat(runLines(detector, RunKind.VENTRICULAR)).containsExactlyElementsOf(golden(detector, "rxr-V.txt"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gqrs", "osea"})
    void supraventricular_run_lines_are_those_of_rxr(String detector) throws IOException {
        assertThat(runLines(detector, RunKind.SUPRAVENTRICULAR))
                .containsExactlyElementsOf(golden(detector, "rxr-S.txt"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gqrs", "osea"})
    void summaries_are_those_of_sumstats(String detector) throws IOException {
        List<RecordScore<BeatMatrix>> beats = scores(detector, GoldenScoresTest::beats);
        List<String> ventricular =
                RunReport.summary(RunKind.VENTRICULAR, scores(detector, pair -> runs(pair, RunKind.VENTRICULAR)));
        List<String> supraventricular = RunReport.summary(
                RunKind.SUPRAVENTRICULAR, scores(detector, pair -> runs(pair, RunKind.SUPRAVENTRICULAR)));

        assertThat(BeatReport.summary(beats)).containsExactlyElementsOf(golden(detector, "bxb-L1.sumstats.txt"));
        assertThat(ShutdownReport.summary(beats)).containsExactlyElementsOf(golden(detector, "bxb-L2.sumstats.txt"));
        assertThat(ventricular).containsExactlyElementsOf(golden(detector, "rxr-V.sumstats.txt"));
        assertThat(supraventricular).containsExactlyElementsOf(golden(detector, "rxr-S.sumstats.txt"));
    }

    private static List<String> runLines(String detector, RunKind kind) throws IOException {
        List<String> lines = new ArrayList<>(RunReport.heading(kind));
        scores(detector, pair -> runs(pair, kind)).forEach(score -> lines.add(RunReport.line(score)));
        return lines;
    }

    private static BeatMatrix beats(AnnotationPair pair) {
        return BeatByBeat.compare(pair, STANDARD);
    }

    private static RunMatrix runs(AnnotationPair pair, RunKind kind) {
        return RunByRun.compare(pair, STANDARD, kind);
    }

    private static <T> List<RecordScore<T>> scores(String detector, Function<AnnotationPair, T> comparison)
            throws IOException {
        Path folder = TestData.folder("ec57-golden").resolve(detector);
        Path records = TestData.folder("mitdb");
        List<RecordScore<T>> scores = new ArrayList<>();
        for (String record : records(folder, detector)) {
            AnnotationPair pair = pair(records.resolve(record), folder.resolve(record + "." + detector));
            scores.add(new RecordScore<>(record, comparison.apply(pair)));
        }
        assertThat(scores).hasSize(48);
        return scores;
    }

    private static AnnotationPair pair(Path record, Path test) throws IOException {
        try (Recording recording = Recordings.open(record)) {
            return new AnnotationPair(
                    recording.name(),
                    recording.rate(),
                    recording.length(),
                    AnnotationFile.read(record.resolveSibling(record.getFileName() + ".atr")),
                    AnnotationFile.read(test));
        }
    }

    private static List<String> records(Path folder, String detector) throws IOException {
        String ending = "." + detector;
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> golden(String detector, String file) throws IOException {
        return Files.readAllLines(
                TestData.folder("ec57-golden").resolve(detector).resolve(file));
    }
}
