package org.rwave.trainer.noise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.recording.Recording;
import org.rwave.trainer.data.NoiseKind;
import org.rwave.trainer.data.RecordAccess;

/** Goes through records, noises and signal-to-noise ratios, and through the noisy records that the data base itself has. */
public final class NoiseScoring {
    private final RecordAccess access;
    private final BeatClassifier classifier;
    private final Consumer<String> out;
    private boolean hasHeading;

    /** @param out gets each line as soon as it is known */
    public NoiseScoring(RecordAccess access, BeatClassifier classifier, Consumer<String> out) {
        this.access = access;
        this.classifier = classifier;
        this.out = out;
    }

    /** {@code records} as they are, then with each of {@code noises} at each of {@code decibels}. */
    public void added(List<String> records, List<NoiseKind> noises, List<Integer> decibels) throws IOException {
        for (String record : records) {
            try (Recording clean = access.open(record)) {
                say(NoiseScore.of(classifier, clean, access.annotations(clean), "none"));
            }
            for (NoiseKind noise : noises) {
                for (int ratio : decibels) {
                    try (Recording noisy = access.stressed(record, noise, ratio)) {
                        String name = noise.recordName() + " " + ratio;
                        say(NoiseScore.of(classifier, noisy, access.annotations(noisy), name));
                    }
                }
            }
        }
    }

    /**
     * A record that has noise in it, given by its path.
     *
     * @return whether it is there
     */
    public boolean asItIs(Path record) throws IOException {
        if (!Files.isRegularFile(record.resolveSibling(record.getFileName() + ".hea"))) {
            return false;
        }
        try (Recording noisy = RecordAccess.openForeign(record)) {
            say(NoiseScore.of(classifier, noisy, RecordAccess.foreignAnnotations(record, noisy.rate()), ""));
        }
        return true;
    }

    private void say(NoiseScore score) {
        if (!hasHeading) {
            NoiseScoreText.heading().forEach(out);
            hasHeading = true;
        }
        out.accept(NoiseScoreText.line(score));
    }
}
