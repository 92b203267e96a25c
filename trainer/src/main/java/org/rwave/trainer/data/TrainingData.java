package org.rwave.trainer.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.score.ClassMapping;

/** The captured beats of a split in several variants. Some 3 kB a beat, all in memory. */
public final class TrainingData {
    private final Map<CaptureVariant, List<LabelledBeat>> beats = new EnumMap<>(CaptureVariant.class);

    private TrainingData() {}

    /** Captures {@code split} in all of {@code variants}. */
    public static TrainingData capture(
            RecordAccess access, DataSplit split, ClassMapping mapping, List<CaptureVariant> variants)
            throws IOException {
        TrainingData data = new TrainingData();
        BeatCapture capture = new BeatCapture(access, mapping);
        for (CaptureVariant variant : variants) {
            data.beats.put(variant, capture.capture(split.records(), variant));
        }
        return data;
    }

    /** The beats of {@code split} in all variants, the reference variant first. */
    public List<LabelledBeat> of(DataSplit split) {
        List<LabelledBeat> chosen = new ArrayList<>();
        beats.keySet().forEach(variant -> chosen.addAll(of(split, variant)));
        return chosen;
    }

    /** The beats of {@code split} in one variant. */
    public List<LabelledBeat> of(DataSplit split, CaptureVariant variant) {
        return beats.get(variant).stream()
                .filter(beat -> split.records().contains(beat.record()))
                .toList();
    }
}
