package org.rwave.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.ecg.recording.TestData;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.models.BeatModel;
import org.rwave.models.GoldenBeats;
import org.rwave.models.GoldenBeats.GoldenBeat;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.trainer.data.CaptureVariant;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.data.SimulatedBeats;
import org.rwave.trainer.data.SimulatedWard;
import org.rwave.trainer.data.TrainingData;
import org.rwave.trainer.export.GoldenBeatWriter;
import org.rwave.trainer.export.NetworkExport;
import org.rwave.trainer.export.NetworkImport;
import org.rwave.trainer.export.Provenance;
import org.rwave.trainer.network.Ensemble;

/** Boosted trees as members of the ensemble, from training to ONNX Runtime and back. */
class TreeMembersTest {
    private static final int WAVEFORM = Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES;

    @BeforeAll
    static void startEngine() {
        TrainingEngine.start(1);
    }

    @ParameterizedTest(name = "{0} waveform members, {1} feature members, {2} of trees that weigh {3}")
    @CsvSource({"1, 1, 1, 1", "0, 1, 2, 2.5", "0, 0, 1, 0.7"})
    void the_exported_model_and_the_one_read_back_give_what_the_trainer_gives(
            int waveform, int features, int trees, double weight) throws IOException {
        HyperParameters parameters = parameters(waveform, features, trees, weight);

        requireParity(parameters, SimulatedBeats.of("101", 1500, 1), SimulatedBeats.of("106", 300, 2));
    }

    @Test
    void they_agree_on_every_beat_of_real_records() throws IOException {
        DataSplit records = new DataSplit("two of DS1", List.of("208", "209"));
        TrainingData.Plan plan = new TrainingData.Plan(
                records, ClassMapping.LITERATURE, List.of(CaptureVariant.REFERENCE), SimulatedWard.EMPTY, 1);
        TrainingData data =
                TrainingData.capture(RecordAccess.forTraining(TestData.folder("mitdb")), plan, (what, beats) -> {});
        List<LabelledBeat> beats = data.of(records);
        assertThat(beats).extracting(LabelledBeat::label).contains(BeatClass.S, BeatClass.V, BeatClass.F);

        requireParity(parameters(0, 1, 1, 1), beats, beats);
    }

    @Test
    void the_same_seed_gives_the_same_file_and_another_seed_another() throws IOException {
        List<LabelledBeat> beats = SimulatedBeats.of("101", 800, 1);

        byte[] once = trainedFile(beats, 7);

        assertThat(trainedFile(beats, 7)).isEqualTo(once);
        assertThat(trainedFile(beats, 8)).isNotEqualTo(once);
    }

    @Test
    void trees_weigh_as_much_as_asked_for() throws IOException {
        List<LabelledBeat> beats = SimulatedBeats.of("101", 800, 1);
        List<LabelledBeat> unseen = SimulatedBeats.of("106", 50, 2);

        float[] alone = trainedProbabilities(parameters(0, 0, 1, 1), beats, unseen);
        float[] heavy = trainedProbabilities(parameters(0, 1, 1, 1000), beats, unseen);
        float[] light = trainedProbabilities(parameters(0, 1, 1, 0.001), beats, unseen);
        float[] none = trainedProbabilities(parameters(0, 1, 0, 1), beats, unseen);

        assertThat(largestDifference(light, none)).isLessThan(0.01f);
        assertThat(largestDifference(heavy, none)).isGreaterThan(0.1f);
        assertThat(largestDifference(alone, none)).isGreaterThan(0.1f);
    }

    @Test
    void golden_beats_of_such_a_model_are_reproduced() throws IOException {
        HyperParameters parameters = parameters(0, 1, 1, 1);
        List<LabelledBeat> beats = SimulatedBeats.of("101", 800, 1);
        try (Ensemble ensemble = train(parameters, beats);
                BeatModel model = BeatModel.of(export(ensemble, parameters, 1.3), "exported");
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
            String text = GoldenBeatWriter.write(model, beats);

            List<GoldenBeat> golden =
                    GoldenBeats.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "golden");

            assertThat(golden).hasSize(5 * 4);
            for (GoldenBeat beat : golden) {
                assertThat(classifier.classify(beat.input()).toArray())
                        .usingComparatorWithPrecision(GoldenBeats.TOLERANCE)
                        .containsExactly(beat.expected().toArray());
            }
        }
    }

    private static void requireParity(HyperParameters parameters, List<LabelledBeat> beats, List<LabelledBeat> asked)
            throws IOException {
        double temperature = 1.7;
        try (Ensemble trained = train(parameters, beats)) {
            byte[] onnx = export(trained, parameters, temperature);
            NetworkImport.Imported imported = NetworkImport.read(onnx);
            try (BeatModel model = BeatModel.of(onnx, "exported");
                    OnnxBeatClassifier classifier = new OnnxBeatClassifier(model);
                    Ensemble readBack = imported.ensemble()) {
                float[] expected = probabilities(trained, asked, temperature);

                float[] again = probabilities(readBack, asked, imported.temperature());
                float[] served = served(classifier, asked);

                assertThat(largestDifference(served, expected)).isLessThan(1e-5f);
                assertThat(largestDifference(again, expected)).isLessThan(1e-5f);
            }
        }
    }

    private static float[] served(OnnxBeatClassifier classifier, List<LabelledBeat> beats) {
        float[] served = new float[beats.size() * BeatClass.COUNT];
        for (int i = 0; i < beats.size(); i++) {
            BeatInput input = new BeatInput();
            beats.get(i).copyTo(input);
            System.arraycopy(classifier.classify(input).toArray(), 0, served, i * BeatClass.COUNT, BeatClass.COUNT);
        }
        return served;
    }

    private static float largestDifference(float[] these, float[] those) {
        assertThat(these).hasSameSizeAs(those);
        float largest = 0;
        for (int i = 0; i < these.length; i++) {
            largest = Math.max(largest, Math.abs(these[i] - those[i]));
        }
        return largest;
    }

    private static float[] trainedProbabilities(
            HyperParameters parameters, List<LabelledBeat> beats, List<LabelledBeat> asked) throws IOException {
        try (Ensemble ensemble = train(parameters, beats)) {
            return probabilities(ensemble, asked, 1);
        }
    }

    private static byte[] trainedFile(List<LabelledBeat> beats, long seed) throws IOException {
        HyperParameters parameters = HyperParameterFile.read(
                Optional.empty(),
                Map.of("members.waveform", "0", "members.features", "0", "seed", Long.toString(seed)));
        try (Ensemble ensemble = train(parameters, beats)) {
            return export(ensemble, parameters, 1);
        }
    }

    private static HyperParameters parameters(int waveform, int features, int trees, double weight) throws IOException {
        Map<String, String> overrides = new LinkedHashMap<>();
        overrides.put("members.waveform", Integer.toString(waveform));
        overrides.put("members.features", Integer.toString(features));
        overrides.put("members.trees", Integer.toString(trees));
        overrides.put("trees.weight", Double.toString(weight));
        overrides.put("epochs", "2");
        overrides.put("batch", "64");
        return HyperParameterFile.read(Optional.empty(), overrides);
    }

    private static Ensemble train(HyperParameters parameters, List<LabelledBeat> beats) throws IOException {
        return SilentTraining.run(parameters, beats);
    }

    private static byte[] export(Ensemble ensemble, HyperParameters parameters, double temperature) {
        return NetworkExport.toOnnx(
                ensemble,
                temperature,
                Provenance.outOfFold(parameters, DataSplit.DS1).toMap());
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
