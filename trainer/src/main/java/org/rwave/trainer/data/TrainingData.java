package org.rwave.trainer.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.score.ClassMapping;

/** The captured beats of a split in several variants, and of simulated patients. The numbers lie in a {@link BeatStore}. */
public final class TrainingData {
    private final Map<CaptureVariant, List<LabelledBeat>> learned = new LinkedHashMap<>();
    private final List<LabelledBeat> simulated = new ArrayList<>();
    private List<LabelledBeat> judged = List.of();

    private TrainingData() {}

    /**
     * What to capture.
     *
     * @param split records to open
     * @param variants what is learned from them, in this order
     * @param ward simulated patients
     * @param threads records played at the same time; the beats do not depend on it
     */
    public record Plan(
            DataSplit split, ClassMapping mapping, List<CaptureVariant> variants, SimulatedWard ward, int threads) {}

    /** Is told what has been captured. */
    public interface Listener {
        /** {@code what} names records and variant. */
        void captured(String what, int beats);
    }

    /** Captures what {@code plan} says, and every beat at its reference position for judging. */
    public static TrainingData capture(RecordAccess access, Plan plan, Listener listener) throws IOException {
        TrainingData data = new TrainingData();
        List<CaptureVariant> all = new ArrayList<>(plan.variants());
        all.addAll(plan.ward().variants());
        BeatCapture capture = new BeatCapture(access, all);
        try (CaptureThreads threads = new CaptureThreads(capture, plan.threads())) {
            PlayableRecord.Source files = name -> access.load(name, plan.mapping());
            for (CaptureVariant variant : plan.variants()) {
                List<LabelledBeat> beats = threads.play(plan.split().records(), files, variant);
                data.learned.put(variant, of(variant.origin(), beats));
                listener.captured(plan.split().name() + " " + variant, beats.size());
            }
            List<String> patients = plan.ward().names();
            PlayableRecord.Source ward = plan.ward().records(plan.mapping());
            for (CaptureVariant variant :
                    patients.isEmpty() ? List.<CaptureVariant>of() : plan.ward().variants()) {
                List<LabelledBeat> beats = threads.play(patients, ward, variant);
                data.simulated.addAll(of(BeatOrigin.SIMULATED, beats));
                listener.captured(patients.size() + " simulated patients " + variant, beats.size());
            }
            data.judged = data.learned.get(CaptureVariant.REFERENCE);
            if (data.judged == null) {
                data.judged = threads.play(plan.split().records(), files, CaptureVariant.REFERENCE);
                listener.captured(plan.split().name() + " for judging", data.judged.size());
            }
        }
        return data;
    }

    /** What a model for {@code split} learns from: its beats in all variants as listed, then all simulated patients. */
    public List<LabelledBeat> of(DataSplit split) {
        List<LabelledBeat> chosen = new ArrayList<>();
        learned.values().forEach(beats -> chosen.addAll(of(split, beats)));
        chosen.addAll(simulated);
        return chosen;
    }

    /** The beats of {@code split}, played as {@code variant}, which must be one of those captured. */
    public List<LabelledBeat> of(CaptureVariant variant, DataSplit split) {
        return of(split, learned.get(variant));
    }

    /** What a model is judged on: every beat of {@code split} at its reference position. */
    public List<LabelledBeat> judged(DataSplit split) {
        return of(split, judged);
    }

    private static List<LabelledBeat> of(BeatOrigin origin, List<LabelledBeat> beats) {
        return beats.stream().map(beat -> beat.of(origin)).toList();
    }

    private static List<LabelledBeat> of(DataSplit split, List<LabelledBeat> beats) {
        return beats.stream()
                .filter(beat -> split.records().contains(beat.record()))
                .toList();
    }
}
