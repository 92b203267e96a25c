package org.rwave.trainer.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.nn.Parameter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rwave.models.RowModel;
import org.rwave.trainer.export.RowNetworkExport;
import org.rwave.trainer.export.RowNetworkImport;
import org.rwave.trainer.export.RowProvenance;
import org.rwave.trainer.kaggle.HeartbeatRow;
import org.rwave.trainer.kaggle.RowLabels;
import org.rwave.trainer.network.NetworkKind;
import org.rwave.trainer.network.TrunkShape;
import org.rwave.trainer.training.TrainingEngine;

class RowTrainingTest {
    private static final List<HeartbeatRow> ROWS = SimulatedRows.of(640, 5, 1);
    private static final List<HeartbeatRow> UNSEEN = SimulatedRows.of(130, 5, 2);
    private static final int CLASSES = RowLabels.MIT_BIH.count();

    @BeforeAll
    static void startEngine() {
        TrainingEngine.start(1);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void the_exported_model_and_the_one_read_back_give_what_the_trainer_gives(NetworkKind kind) throws IOException {
        RowSettings settings = small(kind, 2);
        float[] values = SimulatedRows.values(UNSEEN);
        try (TrainedRows trained = train(settings, 1)) {
            byte[] onnx = export(trained, settings, RowLabels.MIT_BIH);
            try (RowModel model = RowModel.of(onnx, "exported");
                    TrainedRows readBack = RowNetworkImport.read(onnx, "exported")) {
                float[] expected = trained.probabilities(UNSEEN.size(), values);

                float[] served = model.probabilities(UNSEEN.size(), values);
                float[] alone = model.probabilities(1, values);
                float[] again = readBack.probabilities(UNSEEN.size(), values);

                assertThat(served).usingComparatorWithPrecision(1e-5f).containsExactly(expected);
                assertThat(again).usingComparatorWithPrecision(1e-5f).containsExactly(expected);
                assertThat(alone)
                        .usingComparatorWithPrecision(1e-5f)
                        .containsExactly(java.util.Arrays.copyOf(expected, CLASSES));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void the_same_seed_gives_the_same_file_and_another_seed_another(NetworkKind kind) throws IOException {
        RowSettings settings = small(kind, 1);

        byte[] once = trainedFile(settings, 7);
        byte[] again = trainedFile(settings, 7);
        byte[] other = trainedFile(settings, 8);

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void it_learns_what_the_classes_look_like(NetworkKind kind) throws IOException {
        RowSettings settings = small(kind, 12);
        try (TrainedRows trained = train(settings, 1);
                RowModel model = RowModel.of(export(trained, settings, RowLabels.MIT_BIH), "exported")) {
            assertThat(RowScore.of(model, UNSEEN).accuracy()).isGreaterThan(0.9);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void a_frozen_trunk_stays_bit_for_bit_and_a_fine_tuned_one_moves(NetworkKind kind) throws IOException {
        RowSettings settings = small(kind, 4);
        List<HeartbeatRow> two = SimulatedRows.of(400, 2, 3);
        try (TrainedRows trained = train(settings, 1);
                TrainedRows donor = RowNetworkImport.read(export(trained, settings, RowLabels.MIT_BIH), "donor");
                TrainedRows frozen = transfer(settings).transfer(donor, two, true);
                TrainedRows tuned = transfer(settings).transfer(donor, two, false)) {
            assertThat(weights(frozen)).isEqualTo(weights(donor));
            assertThat(weights(tuned)).isNotEqualTo(weights(donor));
        }
    }

    @Test
    void a_network_carried_over_to_two_classes_learns_them_in_either_variant() throws IOException {
        RowSettings settings = small(NetworkKind.RESIDUAL, 8);
        List<HeartbeatRow> unseen = SimulatedRows.of(100, 2, 4);
        for (boolean isFrozen : new boolean[] {true, false}) {
            try (TrainedRows donor = train(settings, 1);
                    TrainedRows two = transfer(settings).transfer(donor, SimulatedRows.of(400, 2, 3), isFrozen);
                    RowModel model = RowModel.of(export(two, settings, RowLabels.PTB), "exported")) {
                assertThat(model.labels()).containsExactly("normal", "abnormal");
                assertThat(RowScore.of(model, unseen).accuracy()).isGreaterThan(0.9);
            }
        }
    }

    private static List<List<Float>> weights(TrainedRows network) {
        List<List<Float>> all = new ArrayList<>();
        for (Parameter parameter : network.network().trunk().getParameters().values()) {
            List<Float> values = new ArrayList<>();
            for (float value : parameter.getArray().toFloatArray()) {
                values.add(value);
            }
            all.add(values);
        }
        return all;
    }

    private static RowTraining transfer(RowSettings settings) {
        return new RowTraining(settings, RowLabels.PTB.count(), 5, silent());
    }

    private static byte[] trainedFile(RowSettings settings, long seed) {
        try (TrainedRows trained = train(settings, seed)) {
            return export(trained, settings, RowLabels.MIT_BIH);
        }
    }

    private static TrainedRows train(RowSettings settings, long seed) {
        return new RowTraining(settings, CLASSES, seed, silent()).run(ROWS);
    }

    private static byte[] export(TrainedRows network, RowSettings settings, RowLabels labels) {
        return RowNetworkExport.toOnnx(
                network.network(), new RowProvenance(settings, labels, "simulated rows", "none", 1, 1).toMap());
    }

    private static EpochLog silent() {
        return new EpochLog(new PrintWriter(Writer.nullWriter()), () -> 0);
    }

    private static RowSettings small(NetworkKind kind, int epochs) {
        TrunkShape trunk = switch (kind) {
            case RESIDUAL -> new TrunkShape(kind, List.of(16, 16), 2, 5);
            case DEEP_CNN -> new TrunkShape(kind, List.of(16, 16, 16), 2, 5);
            case LSTM -> new TrunkShape(kind, List.of(32), 8, 5); // 187 is 23 frames and a rest
        };
        return new RowSettings(trunk, 16, 0.1, epochs, 32, 0.01, 0.01, 0.9, 0.05);
    }
}
