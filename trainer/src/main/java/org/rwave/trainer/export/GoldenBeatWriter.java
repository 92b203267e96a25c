package org.rwave.trainer.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.models.BeatModel;
import org.rwave.models.GoldenBeats;
import org.rwave.models.GoldenBeats.GoldenBeat;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.trainer.data.LabelledBeat;

/** Chooses golden beats, some of every class, spread over the training set, and writes what the model says of them. */
public final class GoldenBeatWriter {
    private static final int PER_CLASS = 5;

    private GoldenBeatWriter() {}

    /** The text of the golden file of {@code model}. */
    public static String write(BeatModel model, List<LabelledBeat> beats) throws IOException {
        StringBuilder text = new StringBuilder("# golden beats of model " + model.hash() + "\n")
                .append("# record:sample:class, 5 probabilities, features, waveform; made by 'rwave train'\n");
        try (OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
            for (LabelledBeat beat : choose(beats)) {
                BeatInput input = new BeatInput();
                beat.copyTo(input);
                String name = beat.record() + ":" + beat.sampleIndex() + ":" + beat.label();
                float[] answer = classifier.classify(asPrinted(name, input)).toArray();
                text.append(GoldenBeats.format(name, input, answer)).append('\n');
            }
        }
        return text.toString();
    }

    /** What a reader of the file will see: the values rounded to what is printed. */
    private static BeatInput asPrinted(String name, BeatInput input) throws IOException {
        String line = GoldenBeats.format(name, input, new float[] {1, 0, 0, 0, 0});
        List<GoldenBeat> read =
                GoldenBeats.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), "golden beats");
        return read.get(0).input();
    }

    private static List<LabelledBeat> choose(List<LabelledBeat> beats) {
        Map<BeatClass, List<LabelledBeat>> byClass = new EnumMap<>(BeatClass.class);
        beats.forEach(beat -> byClass.computeIfAbsent(beat.label(), label -> new ArrayList<>())
                .add(beat));
        List<LabelledBeat> chosen = new ArrayList<>();
        for (List<LabelledBeat> members : byClass.values()) {
            int count = Math.min(PER_CLASS, members.size());
            for (int i = 0; i < count; i++) {
                chosen.add(members.get((int) ((i + 0.5) * members.size() / count)));
            }
        }
        return chosen;
    }
}
