package org.rwave.ecg.qrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.recording.TestData;
import org.rwave.ecg.score.BeatByBeat;
import org.rwave.ecg.score.BeatMatrix;
import org.rwave.ecg.score.DetectionCounts;
import org.rwave.ecg.score.ScoringSettings;
import org.rwave.ecg.signal.Conditioner;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.LeadQuality;
import org.rwave.ecg.signal.LeadStatus;

/** R peaks on all 48 records by the rules of EC57: from 5:00, within 150 ms, flutter left out. */
class QrsOnMitBihTest {
    private static final double SENSITIVITY_FLOOR = 0.9985;
    private static final double PREDICTIVITY_FLOOR = 0.9985;

    @Test
    void sensitivity_and_positive_predictivity_stay_above_their_floors() throws IOException {
        BeatMatrix gross = BeatMatrix.EMPTY;
        for (Path header : headers(TestData.folder("mitdb"))) {
            BeatMatrix matrix = score(header);
            System.out.println(line(header.getFileName().toString(), matrix.qrs()));
            gross = gross.plus(matrix);
        }
        System.out.println(line("gross", gross.qrs()));

        DetectionCounts counts = gross.qrs();
        assertThat(counts.truePositives() + counts.falseNegatives()).isEqualTo(91_285);
        assertThat((double) counts.truePositives() / (counts.truePositives() + counts.falseNegatives()))
                .isGreaterThan(SENSITIVITY_FLOOR);
        assertThat((double) counts.truePositives() / (counts.truePositives() + counts.falsePositives()))
                .isGreaterThan(PREDICTIVITY_FLOOR);
    }

    private static String line(String name, DetectionCounts counts) {
        double found = counts.truePositives();
        return String.format(
                Locale.ROOT,
                "%-8s %6d beats, %3d missed, %3d false, Se %.3f %%, +P %.3f %%",
                name,
                counts.truePositives() + counts.falseNegatives(),
                counts.falseNegatives(),
                counts.falsePositives(),
                100 * found / (found + counts.falseNegatives()),
                100 * found / (found + counts.falsePositives()));
    }

    private static List<Path> headers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".hea"))
                    .sorted()
                    .toList();
        }
    }

    private static BeatMatrix score(Path header) throws IOException {
        List<Annotation> reference = AnnotationFile.read(Recordings.annotationFile(header, "atr"));
        try (Recording recording = Recordings.open(header)) {
            return BeatByBeat.compare(
                    reference, detect(recording), recording.rate(), recording.length(), ScoringSettings.standard());
        }
    }

    private static List<Annotation> detect(Recording recording) throws IOException {
        Conditioner conditioner = new Conditioner(recording.rate(), 2);
        LeadQuality[] qualities = {new LeadQuality(recording.rate()), new LeadQuality(recording.rate())};
        QrsDetector detector = new QrsDetector(2);
        List<RPeak> peaks = new ArrayList<>();
        double[] frame = new double[2];
        boolean[] usable = new boolean[2];
        List<Lead> leads = recording.leads();
        int[] raw = new int[2 * 4096];
        for (int n = recording.read(raw, 4096); n > 0; n = recording.read(raw, 4096)) {
            for (int i = 0; i < n; i++) {
                for (int lead = 0; lead < 2; lead++) {
                    frame[lead] = leads.get(lead).millivolts(raw[2 * i + lead]);
                    qualities[lead].accept(frame[lead]);
                    LeadStatus status = qualities[lead].status();
                    usable[lead] = status == LeadStatus.GOOD || status == LeadStatus.NOISY;
                }
                int ready = conditioner.accept(frame);
                for (int k = 0; k < ready; k++) {
                    frame[0] = conditioner.conditioned(k, 0);
                    frame[1] = conditioner.conditioned(k, 1);
                    detector.accept(frame, usable).ifPresent(peaks::add);
                }
            }
        }
        peaks.addAll(detector.finish());
        return peaks.stream()
                .map(peak ->
                        Annotation.of(Math.round(conditioner.toSourceOffset(peak.position())), AnnotationCode.NORMAL))
                .toList();
    }
}
