package org.rwave.trainer.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.score.AnnotationPair;
import org.rwave.trainer.data.NoiseKind;
import org.rwave.trainer.data.RecordAccess;

/** A model on records with recorded noise added, R peaks from the monitor's own detector. */
public final class NoiseTest {
    /** The records of the MIT-BIH Noise Stress Test Database; both belong to DS1. */
    public static final List<String> RECORDS = List.of("118", "119");

    /** Its signal-to-noise ratios, dB. */
    public static final List<Integer> DECIBELS = List.of(24, 18, 12, 6, 0, -6);

    private final RecordAccess access;
    private final TestedModel model;

    public NoiseTest(RecordAccess access, TestedModel model) {
        this.access = access;
        this.model = model;
    }

    /** Reference and own annotations of each record as it is. */
    public List<AnnotationPair> clean() throws IOException {
        return new ModelTest(access).fromRawWaveform(model, RECORDS);
    }

    /** Reference and own annotations of each record with {@code noise} at {@code decibels}. */
    public List<AnnotationPair> at(NoiseKind noise, int decibels) throws IOException {
        List<AnnotationPair> pairs = new ArrayList<>();
        for (String record : RECORDS) {
            try (Recording noisy = access.stressed(record, noise, decibels)) {
                pairs.add(ModelTest.fromRawWaveform(model.of(record), noisy, access.annotations(noisy)));
            }
        }
        return pairs;
    }
}
