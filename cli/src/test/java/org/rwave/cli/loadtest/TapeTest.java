package org.rwave.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.simulate.PatientSimulator;

class TapeTest {
    private static final Duration CHUNK = Duration.ofMillis(250);
    private static final int SIGNAL_SAMPLES = 20 * 360;

    private Signal signal;

    @BeforeEach
    void a_simulated_patient() throws IOException {
        signal = Signal.read(new PatientSimulator(1).patient(1, Duration.ofSeconds(20), new SamplingRate(360)), 2);
    }

    @Test
    void goes_round_at_the_end_of_its_signal_without_a_gap() {
        Tape tape = new Tape(signal, SIGNAL_SAMPLES - 100, CHUNK, 4);
        WaveformChunk whole = new Tape(signal, 0, Duration.ofSeconds(20), 1).chunk(0, 0);

        WaveformChunk second = tape.chunk(1, 0);

        assertThat(second.firstSampleIndex()).isEqualTo(90);
        assertThat(second.sampleCount()).isEqualTo(90);
        for (int sample = 0; sample < 90; sample++) {
            int inSignal = (SIGNAL_SAMPLES - 100 + 90 + sample) % SIGNAL_SAMPLES;
            assertThat(second.raw(sample, 0)).isEqualTo(whole.raw(inSignal, 0));
            assertThat(second.raw(sample, 1)).isEqualTo(whole.raw(inSignal, 1));
        }
    }

    @Test
    void one_lead_is_the_first_of_two() throws IOException {
        Signal one = Signal.read(new PatientSimulator(1).patient(1, Duration.ofSeconds(20), new SamplingRate(360)), 1);

        WaveformChunk chunk = new Tape(one, 0, CHUNK, 4).chunk(2, 0);
        WaveformChunk both = new Tape(signal, 0, CHUNK, 4).chunk(2, 0);

        assertThat(chunk.leads()).containsExactly(both.leads().get(0));
        assertThat(chunk.raw(17, 0)).isEqualTo(both.raw(17, 0));
    }

    @Test
    void expects_what_the_monitor_states_and_knows_which_chunk_brings_it() {
        Tape tape = new Tape(signal, 0, CHUNK, 80);

        ExpectedBeats expected = tape.expected(new AllNormal());

        assertThat(expected.count()).isBetween(15, 40);
        int ofChunks = 0;
        for (int chunk = 0; chunk <= 80; chunk++) {
            ofChunks += expected.decidedBy(chunk);
        }
        assertThat(ofChunks).isEqualTo(expected.count());
        assertThat(expected.decidedBy(80)).as("open at the end").isPositive();
        for (int place = 0; place < expected.count(); place++) {
            assertThat(expected.beatClass(place)).isEqualTo(BeatClass.N);
            assertThat(expected.chunkWait(place)).isBetween(0, 89);
            assertThat(expected.lookAhead(place)).isNotNegative();
        }
    }

    @Test
    void the_parts_of_a_beats_delay_lead_from_its_r_peak_to_the_end_of_its_chunk() {
        ExpectedBeats expected = new Tape(signal, 0, CHUNK, 80).expected(new AllNormal());

        for (long r = 0, found = 0; r < 80 * 90 && found < expected.count(); r++) {
            int place = expected.find(r, (int) found);
            if (place >= 0 && expected.chunk(place) < 80) {
                found++;
                long end = r + expected.physiology(place) + expected.lookAhead(place) + expected.chunkWait(place);
                assertThat(end).isEqualTo(expected.chunk(place) * 90L + 89);
            }
        }
    }

    private static final class AllNormal implements BeatClassifier {
        @Override
        public ClassProbabilities classify(BeatInput input) {
            return ClassProbabilities.certain(BeatClass.N);
        }

        @Override
        public String modelHash() {
            return "all-normal";
        }
    }
}
