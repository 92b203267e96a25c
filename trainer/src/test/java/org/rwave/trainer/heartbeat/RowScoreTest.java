package org.rwave.trainer.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rwave.models.BeatModel;
import org.rwave.models.ModelException;
import org.rwave.models.RowModel;
import org.rwave.trainer.export.RowNetworkExport;
import org.rwave.trainer.export.RowNetworkImport;
import org.rwave.trainer.export.RowProvenance;
import org.rwave.trainer.kaggle.HeartbeatRow;
import org.rwave.trainer.kaggle.RowLabels;
import org.rwave.trainer.network.NetworkKind;
import org.rwave.trainer.network.RowNetwork;
import org.rwave.trainer.network.RowNetworkShape;
import org.rwave.trainer.network.TrunkShape;
import org.rwave.trainer.training.TrainingEngine;

class RowScoreTest {
    @BeforeAll
    static void startEngine() {
        TrainingEngine.start(1);
    }

    @Test
    void figures_follow_from_the_counts_and_say_that_they_are_intra_patient() throws IOException {
        List<HeartbeatRow> rows = SimulatedRows.of(200, 2, 1);
        RowSettings settings = new RowSettings(
                new TrunkShape(NetworkKind.RESIDUAL, List.of(16), 4, 5), 16, 0, 25, 32, 0.01, 0.01, 0.9, 0);
        RowTraining training =
                new RowTraining(settings, 2, 1, new EpochLog(new PrintWriter(Writer.nullWriter()), () -> 0));
        try (TrainedRows trained = training.run(rows);
                RowModel model = RowModel.of(
                        RowNetworkExport.toOnnx(
                                trained.network(),
                                new RowProvenance(settings, RowLabels.PTB, "simulated", "none", 1, 1).toMap()),
                        "exported")) {
            RowScore right = RowScore.of(model, rows);
            // the same rows, every tenth of class 0 said to be of class 1
            List<HeartbeatRow> disputed = new java.util.ArrayList<>(rows);
            for (int i = 0; i < 200; i += 20) {
                float[] values = new float[HeartbeatRow.LENGTH];
                rows.get(i).copyTo(values, 0);
                disputed.set(i, new HeartbeatRow(values, 1));
            }
            RowScore half = RowScore.of(model, disputed);

            assertThat(right.accuracy()).isEqualTo(1);
            assertThat(right.macroF1()).isEqualTo(1);
            assertThat(half.accuracy()).isEqualTo(0.95);
            assertThat(half.f1(0)).isEqualTo(2.0 * 90 / (90 + 100), within(1e-12));
            assertThat(half.f1(1)).isEqualTo(2.0 * 100 / (110 + 100), within(1e-12));
            assertThat(half.toText())
                    .startsWith(RowScore.INTRA_PATIENT)
                    .contains("    normal       90        0")
                    .contains("  abnormal       10      100")
                    .endsWith("intra-patient accuracy 95.00, macro-F1 94.99\n");
        }
    }

    @Test
    void a_split_keeps_the_shares_of_the_classes_and_has_no_row_twice() {
        List<HeartbeatRow> rows = SimulatedRows.of(100, 2, 1);

        RowSplit split = RowSplit.of(rows, 2, 0.2, 9);

        assertThat(split.test()).hasSize(20).filteredOn(row -> row.label() == 1).hasSize(10);
        assertThat(split.train()).hasSize(80).doesNotContainAnyElementsOf(split.test());
        assertThat(RowSplit.of(rows, 2, 0.2, 9).test()).isEqualTo(split.test());
        assertThat(RowSplit.of(rows, 2, 0.2, 10).test()).isNotEqualTo(split.test());
    }

    @Test
    void settings_are_read_back_as_they_were_written() {
        for (NetworkKind kind : NetworkKind.values()) {
            RowSettings settings = RowSettings.of(kind).withEpochs(3);

            assertThat(RowSettings.parse(settings.onOneLine())).isEqualTo(settings);
        }
    }

    @Test
    void the_monitors_own_model_is_refused() {
        try (BeatModel monitor = BeatModel.standard()) {
            byte[] onnx = monitor.toOnnx();

            assertThatThrownBy(() -> RowModel.of(onnx, "standard.onnx"))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith("model standard.onnx is no network over heartbeat rows");
        }
    }

    @Test
    void a_file_that_is_no_model_is_refused() {
        assertThatThrownBy(() -> RowModel.of(new byte[] {1, 2, 3}, "junk")).isInstanceOf(ModelException.class);
    }

    @Test
    void a_network_over_rows_is_refused_as_the_monitors_model() throws IOException {
        byte[] onnx = untrained(RowSettings.of(NetworkKind.RESIDUAL).onOneLine());

        RowModel.of(onnx, "rows.onnx").close();
        assertThatThrownBy(() -> BeatModel.of(onnx, "rows.onnx"))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("model rows.onnx: metadata rwave.preprocessingId is missing");
    }

    @Test
    void a_network_over_rows_with_settings_of_another_program_is_refused_by_name_when_it_is_to_be_trained_on()
            throws IOException {
        byte[] onnx = untrained("layers=3; optimiser=sgd");

        RowModel.of(onnx, "other.onnx").close();
        assertThatThrownBy(() -> RowNetworkImport.read(onnx, "other.onnx"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("model other.onnx was not written by this version's 'rwave heartbeat train'")
                .hasMessageContaining("lack channels");
    }

    private static byte[] untrained(String settings) throws IOException {
        RowSettings own = RowSettings.of(NetworkKind.RESIDUAL);
        Map<String, String> metadata =
                new HashMap<>(new RowProvenance(own, RowLabels.MIT_BIH, "nothing", "none", 1, 1).toMap());
        metadata.put(RowModel.SETTINGS, settings);
        RowNetworkShape shape = new RowNetworkShape(own.trunk(), own.hiddenUnits(), RowLabels.MIT_BIH.count());
        try (TrainedRows rows = TrainedRows.initialised(new RowNetwork(shape, 0, true))) {
            return RowNetworkExport.toOnnx(rows.network(), metadata);
        }
    }
}
