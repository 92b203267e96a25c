package org.rwave.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.models.BeatModel;
import org.rwave.models.GoldenBeats;
import org.rwave.models.GoldenBeats.GoldenBeat;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.training.TrainingEngine;

/** The other half of the golden beats: what the stream processor reproduces, the training engine reproduces as well. */
class StandardModelInTrainerTest {
    @BeforeAll
    static void startEngine() {
        TrainingEngine.start(1);
    }

    @Test
    void the_training_engine_gives_the_golden_probabilities() throws IOException {
        List<GoldenBeat> beats = GoldenBeats.standard();
        FloatBuffer waveforms =
                FloatBuffer.allocate(beats.size() * Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES);
        FloatBuffer features = FloatBuffer.allocate(beats.size() * Preprocessing.FEATURES);
        for (GoldenBeat beat : beats) {
            beat.input().copyWaveformTo(waveforms);
            beat.input().copyFeaturesTo(features);
        }

        NetworkImport.Imported imported = NetworkImport.read(standardModel());
        try (Ensemble ensemble = imported.ensemble()) {
            float[] probabilities =
                    ensemble.probabilities(beats.size(), waveforms.array(), features.array(), imported.temperature());

            for (int i = 0; i < beats.size(); i++) {
                for (BeatClass beatClass : BeatClass.values()) {
                    assertThat(probabilities[i * BeatClass.COUNT + beatClass.ordinal()])
                            .as("%s, class %s", beats.get(i).name(), beatClass)
                            .isCloseTo(beats.get(i).expected().of(beatClass), within(GoldenBeats.TOLERANCE));
                }
            }
        }
    }

    private static byte[] standardModel() throws IOException {
        try (InputStream in = BeatModel.class.getResourceAsStream("standard.onnx")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }
}
