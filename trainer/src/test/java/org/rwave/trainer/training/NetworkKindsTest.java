package org.rwave.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.data.SimulatedBeats;
import org.rwave.trainer.export.NetworkExport;
import org.rwave.trainer.export.NetworkImport;
import org.rwave.trainer.export.Provenance;
import org.rwave.trainer.network.Ensemble;

/** The networks that stand beside the default one for comparison. */
class NetworkKindsTest {
    private static final String DEEP = "deep-cnn:16,16,16:2";
    private static final String LSTM = "lstm:16,32:8";
    private static final int WAVEFORM = Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES;

    @BeforeAll
    static void startEngine() {
        TrainingEngine.start(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {DEEP, LSTM})
    void the_exported_model_and_the_one_read_back_give_what_the_trainer_gives(String network) throws IOException {
        HyperParameters parameters = parameters(network);
        List<LabelledBeat> unseen = SimulatedBeats.of("106", 40, 2);
        try (Ensemble trained = train(parameters)) {
            byte[] onnx = export(trained, parameters);
            NetworkImport.Imported imported = NetworkImport.read(onnx);
            try (BeatModel model = BeatModel.of(onnx, "exported");
                    OnnxBeatClassifier classifier = new OnnxBeatClassifier(model);
                    Ensemble readBack = imported.ensemble()) {
                float[] expected = probabilities(trained, unseen);

                float[] again = probabilities(readBack, unseen);

                for (int i = 0; i < unseen.size(); i++) {
                    BeatInput input = new BeatInput();
                    unseen.get(i).copyTo(input);
                    float[] served = classifier.classify(input).toArray();
                    for (int c = 0; c < BeatClass.COUNT; c++) {
                        float wanted = expected[i * BeatClass.COUNT + c];
                        assertThat(Math.abs(served[c] - wanted)).isLessThan(1e-5f);
                        assertThat(Math.abs(again[i * BeatClass.COUNT + c] - wanted))
                                .isLessThan(1e-5f);
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {DEEP, LSTM})
    void the_same_seed_gives_the_same_file(String network) throws IOException {
        HyperParameters parameters = parameters(network);
        try (Ensemble once = train(parameters);
                Ensemble again = train(parameters)) {
            assertThat(export(again, parameters)).isEqualTo(export(once, parameters));
        }
    }

    @Test
    void a_network_that_does_not_exist_is_named_with_those_that_do() {
        assertThatThrownBy(() -> parameters("gru:16:8"))
                .hasMessageContaining("network.kind must be one of [residual, deep-cnn, lstm], was 'gru'");
    }

    private static HyperParameters parameters(String network) throws IOException {
        String[] parts = network.split(":", -1);
        Map<String, String> overrides = new LinkedHashMap<>();
        overrides.put("network.kind", parts[0]);
        overrides.put("network.channels", parts[1]);
        overrides.put("network.stemStride", parts[2]);
        overrides.put("network.inputs", "0,2");
        overrides.put("members.waveform", "1");
        overrides.put("members.features", "0");
        overrides.put("members.trees", "0");
        overrides.put("epochs", "2");
        overrides.put("batch", "64");
        return HyperParameterFile.read(Optional.empty(), overrides);
    }

    private static Ensemble train(HyperParameters parameters) throws IOException {
        return SilentTraining.run(parameters, SimulatedBeats.of("101", 600, 1));
    }

    private static byte[] export(Ensemble ensemble, HyperParameters parameters) {
        return NetworkExport.toOnnx(
                ensemble, 1, Provenance.outOfFold(parameters, DataSplit.DS1).toMap());
    }

    private static float[] probabilities(Ensemble ensemble, List<LabelledBeat> beats) {
        float[] waveforms = new float[beats.size() * WAVEFORM];
        float[] features = new float[beats.size() * Preprocessing.FEATURES];
        for (int i = 0; i < beats.size(); i++) {
            beats.get(i).copyWaveform(waveforms, i * WAVEFORM);
            System.arraycopy(beats.get(i).features(), 0, features, i * Preprocessing.FEATURES, Preprocessing.FEATURES);
        }
        return ensemble.probabilities(beats.size(), waveforms, features, 1);
    }
}
