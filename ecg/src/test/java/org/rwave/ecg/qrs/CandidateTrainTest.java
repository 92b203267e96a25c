package org.rwave.ecg.qrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.signal.Conditioner;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.simulate.TestRhythms;
import org.rwave.ecg.simulate.TestWaveform;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

class CandidateTrainTest {
    private static final SamplingRate RATE = new SamplingRate(180);
    private static final boolean[] BOTH = {true, true};

    @ParameterizedTest(name = "{0} a minute")
    @ValueSource(ints = {180, 195, 206, 220})
    void broad_beats_of_a_fast_tachycardia_are_found_from_the_first_on(int perMinute) {
        TestWaveform signal = TestRhythms.tachycardia(perMinute, 1.3, 0.13, RATE);

        List<Double> found = new ArrayList<>();
        detect(signal, false).forEach(peak -> found.add(peak / RATE.hertz()));

        List<Double> run = signal.beatSeconds().stream()
                .filter(beat -> beat > TestRhythms.stepSeconds(0.13) + 0.1)
                .toList();
        assertThat(run).allSatisfy(beat -> assertThat(found).anyMatch(at -> Math.abs(at - beat) < 0.1));
    }

    @Test
    void the_t_waves_of_a_fast_rhythm_are_none() {
        TestWaveform signal = TestRhythms.regular(150, 1, 0.1, 0.6, 40, RATE).build();

        assertThat(detect(signal, false)).hasSizeBetween(97, 99);
    }

    @Test
    void resuming_within_a_tachycardia_equals_never_stopping() {
        TestWaveform signal = TestRhythms.tachycardia(195, 1, 0, RATE);

        assertThat(detect(signal, true)).isEqualTo(detect(signal, false));
    }

    private static List<Double> detect(TestWaveform signal, boolean resumesOften) {
        List<Double> peaks = new ArrayList<>();
        Conditioner conditioner = new Conditioner(RATE, 2);
        QrsDetector detector = new QrsDetector(2);
        int taken = 0;
        for (WaveformChunk chunk : signal.chunks(1)) {
            double[][] frame = {{millivolts(chunk, 0)}, {millivolts(chunk, 1)}};
            int ready = conditioner.accept(frame, 1);
            for (int k = 0; k < ready; k++) {
                double[] conditioned = {conditioner.conditioned(k, 0), conditioner.conditioned(k, 1)};
                detector.accept(conditioned, BOTH).ifPresent(peak -> peaks.add(peak.position()));
            }
            if (resumesOften && ++taken % 17 == 0) {
                SnapshotWriter out = new SnapshotWriter();
                detector.save(out);
                detector = new QrsDetector(2);
                detector.load(new SnapshotReader(out.toByteArray()));
            }
        }
        detector.finish().forEach(peak -> peaks.add(peak.position()));
        return peaks;
    }

    private static double millivolts(WaveformChunk chunk, int lead) {
        double[] one = new double[1];
        chunk.read(lead, 0, 1, one);
        return one[0] * chunk.leads().get(lead).microvoltsPerUnit() / 1000;
    }
}
