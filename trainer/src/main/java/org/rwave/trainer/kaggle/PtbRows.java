package org.rwave.trainer.kaggle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.recording.Recording;
import org.rwave.trainer.data.MonitorRun;
import org.rwave.trainer.data.RecordAccess;

/**
 * Rows from records of the PTB diagnostic data base (Bousseljot, Kreiseler and Schnabel 1995): lead II, R peaks from the
 * monitor's own detector, since the records have no annotations, moved to the lead's maximum within 50 ms, every eighth of
 * the 1000 samples a second. The published
 * PTB files were made with another detector, so their rows are not reproduced.
 */
public final class PtbRows {
    private static final List<String> LEAD_TWO = List.of("ii", "mlii");
    private static final Duration REACH = Duration.ofMillis(50);

    private final List<HeartbeatRow> normal = new ArrayList<>();
    private final List<HeartbeatRow> abnormal = new ArrayList<>();
    private int records;
    private int otherRecords;

    private PtbRows() {}

    /**
     * Derives the rows of all records in {@code folder} and below. Records whose diagnosis is neither of the two are left
     * out and counted.
     *
     * @throws IOException when a record has no diagnosis or no lead II, or when there is no record of either kind
     */
    public static PtbRows derive(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("--ptb " + folder + " is not a folder; it names the folder of the PTB records");
        }
        PtbRows rows = new PtbRows();
        for (Path header : headers(folder)) {
            try (Recording recording = RecordAccess.openForeign(header)) {
                rows.add(recording, header);
            }
        }
        if (rows.records == 0) {
            throw new IOException("no record of a healthy control or of a myocardial infarction in " + folder
                    + " or below; " + rows.otherRecords + " records have another diagnosis");
        }
        return rows;
    }

    /** Rows of healthy controls, label 0. */
    public List<HeartbeatRow> normal() {
        return List.copyOf(normal);
    }

    /** Rows of myocardial infarctions, label 1. */
    public List<HeartbeatRow> abnormal() {
        return List.copyOf(abnormal);
    }

    /** One line for the user. */
    public String summary() {
        return records + " records, " + otherRecords + " left out for another diagnosis";
    }

    private static List<Path> headers(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".hea"))
                    .sorted()
                    .toList();
        }
    }

    private void add(Recording recording, Path header) throws IOException {
        PtbDiagnosis diagnosis = PtbDiagnosis.of(recording.comments(), header);
        if (diagnosis == PtbDiagnosis.OTHER) {
            otherRecords++;
            return;
        }
        records++;
        int lead = IntStream.range(0, recording.leads().size())
                .filter(i -> LEAD_TWO.contains(recording.leads().get(i).name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IOException(header + ": has no lead II"));
        List<Long> peaks = new ArrayList<>();
        int[] signal = LeadSamples.read(recording, lead);
        int reach = recording.rate().samplesIn(REACH);
        recording.seek(0);
        MonitorRun.withOwnDetector(new Undecided())
                .play(recording, beat -> peaks.add(highest(signal, (int) beat.sampleIndex(), reach)));
        RowCut cut = new RowCut(signal, recording.rate().hertz());
        boolean isHealthy = diagnosis == PtbDiagnosis.HEALTHY_CONTROL;
        for (int i = 0; i + 1 < peaks.size(); i++) {
            long afterNext = i + 2 < peaks.size() ? peaks.get(i + 2) : cut.signalLength();
            (isHealthy ? normal : abnormal).add(cut.cut(peaks.get(i), peaks.get(i + 1), afterNext, isHealthy ? 0 : 1));
        }
    }

    private static long highest(int[] signal, int around, int reach) {
        int highest = around;
        for (int i = Math.max(0, around - reach); i <= Math.min(signal.length - 1, around + reach); i++) {
            highest = signal[i] > signal[highest] ? i : highest;
        }
        return highest;
    }

    /** The detector alone matters here. */
    private static final class Undecided implements BeatClassifier {
        private static final ClassProbabilities ANSWER = ClassProbabilities.of(1, 0, 0, 0, 0);

        @Override
        public ClassProbabilities classify(BeatInput input) {
            return ANSWER;
        }

        @Override
        public String modelHash() {
            return "none";
        }
    }
}
