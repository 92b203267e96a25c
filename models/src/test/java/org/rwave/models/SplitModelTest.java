package org.rwave.models;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.models.GoldenBeats.GoldenBeat;

class SplitModelTest {
    @Test
    void the_parts_of_the_standard_model_say_to_the_last_bit_what_onnx_runtime_says_of_the_whole()
            throws IOException, OrtException {
        try (BeatModel model = BeatModel.standard();
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(model);
                OrtSession whole = Sessions.open(model.toOnnx(), "whole")) {
            assertThat(model.parts().forest().trees()).isPositive();
            for (GoldenBeat beat : GoldenBeats.standard()) {
                assertThat(classifier.classify(beat.input()).toArray()).containsExactly(ask(whole, beat.input()));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void trees_beside_a_network_are_taken_out_and_give_the_same_answer(long seed) throws OrtException {
        byte[] onnx = new TinyModel().withTrees(seed).toBytes();

        try (BeatModel model = BeatModel.of(onnx, "trees")) {
            assertThat(model.parts().treeInputs()).containsExactly("treesA", "treesB");
            assertThat(model.session().getInputInfo()).containsKeys("treesA", "treesB");
            assertSameAsWhole(model, onnx);
        }
    }

    @ParameterizedTest(name = "splits by {0}")
    @ValueSource(strings = {"BRANCH_LT", "BRANCH_GT"})
    void trees_of_another_kind_stay_with_onnx_runtime(String mode) throws OrtException, InvalidProtocolBufferException {
        byte[] onnx = replaced(new TinyModel().withTrees(1).toBytes(), "BRANCH_LEQ", mode);

        try (BeatModel model = BeatModel.of(onnx, "trees")) {
            assertThat(model.parts().treeInputs()).isEmpty();
            assertSameAsWhole(model, onnx);
        }
    }

    @Test
    void a_model_without_trees_is_left_as_it_is() throws InvalidProtocolBufferException {
        SplitModel parts = SplitModel.of(new TinyModel().toBytes());

        assertThat(parts.treeInputs()).isEmpty();
        assertThat(parts.forest().trees()).isZero();
        assertThat(ModelProto.parseFrom(parts.rest())).isEqualTo(ModelProto.parseFrom(new TinyModel().toBytes()));
    }

    private static void assertSameAsWhole(BeatModel model, byte[] onnx) throws OrtException {
        try (OnnxBeatClassifier classifier = new OnnxBeatClassifier(model);
                OrtSession whole = Sessions.open(onnx, "whole")) {
            for (long seed = 10; seed < 60; seed++) {
                BeatInput input = OnnxBeatClassifierTest.input(
                        OnnxBeatClassifierTest.noise(Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES, seed),
                        OnnxBeatClassifierTest.noise(Preprocessing.FEATURES, seed + 1000));

                assertThat(classifier.classify(input).toArray()).containsExactly(ask(whole, input));
            }
        }
    }

    private static byte[] replaced(byte[] onnx, String mode, String by) throws InvalidProtocolBufferException {
        ModelProto.Builder model = ModelProto.parseFrom(onnx).toBuilder();
        model.getGraphBuilder().getNodeBuilderList().stream()
                .flatMap(node -> node.getAttributeBuilderList().stream())
                .forEach(attribute -> {
                    for (int i = 0; i < attribute.getStringsCount(); i++) {
                        if (attribute.getStrings(i).toStringUtf8().equals(mode)) {
                            attribute.setStrings(i, ByteString.copyFromUtf8(by));
                        }
                    }
                });
        return model.build().toByteArray();
    }

    private static float[] ask(OrtSession session, BeatInput input) throws OrtException {
        FloatBuffer waveform = FloatBuffer.allocate(Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES);
        FloatBuffer features = FloatBuffer.allocate(Preprocessing.FEATURES);
        input.copyWaveformTo(waveform);
        input.copyFeaturesTo(features);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {1, Preprocessing.CHANNELS, Preprocessing.WINDOW_SAMPLES};
        try (OnnxTensor first = OnnxTensor.createTensor(environment, waveform.flip(), shape);
                OnnxTensor second =
                        OnnxTensor.createTensor(environment, features.flip(), new long[] {1, Preprocessing.FEATURES});
                OrtSession.Result result = session.run(Map.of(BeatModel.WAVEFORM, first, BeatModel.FEATURES, second))) {
            float[] answer = new float[BeatClass.COUNT];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(answer);
            return answer;
        }
    }
}
