package org.rwave.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.models.BeatModel;
import org.rwave.models.ModelMetadata;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.trainer.checkpoint.Checkpoint;
import org.rwave.trainer.checkpoint.CheckpointFile;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.data.SimulatedBeats;
import org.rwave.trainer.export.NetworkExport;
import org.rwave.trainer.network.Ensemble;

class TrainingTest {
    private static final int WAVEFORM = Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES;
    private static final List<LabelledBeat> BEATS = SimulatedBeats.of("101", 1200, 1);
    private static final List<LabelledBeat> UNSEEN = SimulatedBeats.of("106", 300, 2);

    @TempDir
    Path folder;

    @BeforeAll
    static void startEngine() {
        TrainingEngine.start(1);
    }

    @ParameterizedTest(name = "{0} beats at a time")
    @ValueSource(ints = {1, 3, 128})
    void the_exported_model_gives_what_the_trainer_gives(int batch) throws IOException {
        try (Ensemble ensemble =
                        train(Map.of("members.features", "1", "network.headUnits", "16", "network.inputs", "0,2"));
                BeatModel model = BeatModel.of(export(ensemble, 1.7), "exported");
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
            List<LabelledBeat> beats = UNSEEN.subList(0, batch);

            float[] expected = probabilities(ensemble, beats, 1.7);

            for (int i = 0; i < batch; i++) {
                float[] given = classify(classifier, beats.get(i));
                for (int c = 0; c < BeatClass.COUNT; c++) {
                    assertThat(Math.abs(given[c] - expected[i * BeatClass.COUNT + c]))
                            .isLessThan(1e-5f);
                }
            }
        }
    }

    @Test
    void a_network_over_the_features_alone_is_exported_too() throws IOException {
        try (Ensemble ensemble = train(Map.of("members.waveform", "0", "members.features", "1"));
                BeatModel model = BeatModel.of(export(ensemble, 1), "exported");
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
            float[] expected = probabilities(ensemble, UNSEEN.subList(0, 1), 1);

            assertThat(classify(classifier, UNSEEN.get(0)))
                    .usingComparatorWithPrecision(1e-5f)
                    .containsExactly(expected);
        }
    }

    @Test
    void it_learns_what_the_classes_look_like() throws IOException {
        try (Ensemble ensemble = train(Map.of("epochs", "12"))) {
            float[] probabilities = probabilities(ensemble, UNSEEN, 1);

            int right = 0;
            for (int i = 0; i < UNSEEN.size(); i++) {
                int best = 0;
                for (int c = 1; c < BeatClass.COUNT; c++) {
                    best = probabilities[i * BeatClass.COUNT + c] > probabilities[i * BeatClass.COUNT + best]
                            ? c
                            : best;
                }
                right += BeatClass.at(best) == UNSEEN.get(i).label() ? 1 : 0;
            }
            assertThat(right).isGreaterThan(UNSEEN.size() * 8 / 10);
        }
    }

    @Test
    void the_same_seed_gives_the_same_file_and_another_seed_another() throws IOException {
        byte[] once = trainedFile("7");
        byte[] again = trainedFile("7");
        byte[] other = trainedFile("8");

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    /** Dropout, shuffling, augmentation, moments, learning rate and average all go on where they were. */
    @ParameterizedTest(name = "after {0} of 8 epochs")
    @ValueSource(ints = {2, 4})
    void training_that_was_cut_off_ends_in_the_same_file_as_without_a_break(int epochs) throws IOException {
        Map<String, String> parameters = Map.of("members.features", "1", "epochs", "4");
        Function<MemberTask, MemberStates> states = this::inFolder;

        assertThatThrownBy(() -> train(parameters, cutOffAfter(epochs, states)).close())
                .isInstanceOf(IOException.class)
                .hasMessage("cut off");
        try (Ensemble resumed = train(parameters, states);
                Ensemble unbroken = train(parameters)) {
            assertThat(export(resumed, 1)).isEqualTo(export(unbroken, 1));
        }
    }

    @Test
    void a_checkpoint_of_another_network_is_refused_with_file_line_and_rule() throws IOException {
        Function<MemberTask, MemberStates> states = this::inFolder;
        train(Map.of(), states).close();

        assertThatThrownBy(
                        () -> train(Map.of("network.embedding", "32"), states).close())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("test-network-1") + " line 6: network is '")
                .hasMessageContaining("training goes on from a checkpoint only with the same network")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void a_checkpoint_of_other_trees_is_refused_with_file_line_and_rule() throws IOException {
        Function<MemberTask, MemberStates> states = this::inFolder;
        Map<String, String> few = Map.of("members.waveform", "0", "members.trees", "1", "trees.rounds", "3");
        Map<String, String> more = Map.of("members.waveform", "0", "members.trees", "1", "trees.rounds", "4");
        train(few, states).close();

        assertThatThrownBy(() -> train(more, states).close())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("test-trees-1") + " line 2: network is '3 rounds of 4 trees")
                .hasMessageContaining("and '4 rounds of 4 trees");
    }

    private MemberStates inFolder(MemberTask network) {
        CheckpointFile file = new CheckpointFile(folder.resolve(network.fileName()));
        return new MemberStates() {
            @Override
            public Optional<Checkpoint> load(String shape) throws IOException {
                return file.read(Map.of("network", shape));
            }

            @Override
            public void save(String shape, Checkpoint state) throws IOException {
                file.write(state.put("network", shape));
            }
        };
    }

    private static Function<MemberTask, MemberStates> cutOffAfter(
            int epochs, Function<MemberTask, MemberStates> states) {
        AtomicInteger saved = new AtomicInteger();
        return network -> new MemberStates() {
            @Override
            public Optional<Checkpoint> load(String shape) throws IOException {
                return states.apply(network).load(shape);
            }

            @Override
            public void save(String shape, Checkpoint state) throws IOException {
                states.apply(network).save(shape, state);
                if (saved.incrementAndGet() == epochs) {
                    throw new IOException("cut off");
                }
            }
        };
    }

    private static byte[] trainedFile(String seed) throws IOException {
        try (Ensemble ensemble = train(Map.of("seed", seed, "epochs", "2"))) {
            return export(ensemble, 1);
        }
    }

    private static Ensemble train(Map<String, String> overrides) throws IOException {
        return train(overrides, network -> MemberStates.NOWHERE);
    }

    private static Ensemble train(Map<String, String> overrides, Function<MemberTask, MemberStates> states)
            throws IOException {
        Map<String, String> all = new HashMap<>(Map.of(
                "members.trees",
                "0",
                "epochs",
                "3",
                "batch",
                "64",
                "members.waveform",
                "1",
                "members.features",
                "0",
                "network.inputs",
                "0"));
        all.putAll(overrides);
        HyperParameters parameters = HyperParameterFile.read(Optional.empty(), all);
        return SilentTraining.run(parameters, BEATS, states);
    }

    private static byte[] export(Ensemble ensemble, double temperature) {
        ModelMetadata metadata = new ModelMetadata(
                Preprocessing.ID,
                ModelMetadata.expectedLabels(),
                "literature",
                "none",
                "none",
                "none",
                "1",
                "1",
                "none",
                "1",
                "test=1");
        return NetworkExport.toOnnx(ensemble, temperature, metadata.toMap());
    }

    private static float[] classify(OnnxBeatClassifier classifier, LabelledBeat beat) {
        BeatInput input = new BeatInput();
        beat.copyTo(input);
        return classifier.classify(input).toArray();
    }

    private static float[] probabilities(Ensemble ensemble, List<LabelledBeat> beats, double temperature) {
        float[] waveforms = new float[beats.size() * WAVEFORM];
        float[] features = new float[beats.size() * Preprocessing.FEATURES];
        for (int i = 0; i < beats.size(); i++) {
            beats.get(i).copyWaveform(waveforms, i * WAVEFORM);
            System.arraycopy(beats.get(i).features(), 0, features, i * Preprocessing.FEATURES, Preprocessing.FEATURES);
        }
        return ensemble.probabilities(beats.size(), waveforms, features, temperature);
    }
}
