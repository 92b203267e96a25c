package org.rwave.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.signal.Conditioner;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.simulate.PatientSimulator;
import org.rwave.ecg.simulate.SimulatedRecording;

/** A minute of a simulated patient, the same in every run, in the forms that the parts of the monitor take. */
final class Minute {
    static final SamplingRate RATE = new SamplingRate(360);
    static final int SECONDS = 60;
    static final int FRAMES = 360 * SECONDS;

    private static final int SAMPLES_OF_A_CHUNK = 90;

    private Minute() {}

    /** In chunks of 250 ms. */
    static List<WaveformChunk> chunks() {
        SimulatedRecording recording = new PatientSimulator(1).patient(3, Duration.ofSeconds(SECONDS), RATE);
        RecordingChunks source = new RecordingChunks(recording, SAMPLES_OF_A_CHUNK, 0);
        List<WaveformChunk> chunks = new ArrayList<>();
        try {
            for (Optional<WaveformChunk> next = source.next(); next.isPresent(); next = source.next()) {
                chunks.add(next.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chunks;
    }

    /** The first two leads in millivolts, {@code [lead][sample]}. */
    static double[][] millivolts() {
        List<WaveformChunk> chunks = chunks();
        List<Lead> leads = chunks.get(0).leads();
        double[][] millivolts = new double[2][FRAMES];
        int at = 0;
        for (WaveformChunk chunk : chunks) {
            for (int i = 0; i < chunk.sampleCount() && at < FRAMES; i++, at++) {
                for (int lead = 0; lead < 2; lead++) {
                    millivolts[lead][at] = (chunk.raw(i, lead) - leads.get(lead).baselineUnits())
                            * leads.get(lead).microvoltsPerUnit()
                            * 1e-3;
                }
            }
        }
        return millivolts;
    }

    /** The conditioned signal, {@code [sample][lead]}. */
    static double[][] conditioned() {
        double[][] millivolts = millivolts();
        Conditioner conditioner = new Conditioner(RATE, 2);
        List<double[]> conditioned = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            int ready = conditioner.accept(new double[] {millivolts[0][i], millivolts[1][i]});
            for (int k = 0; k < ready; k++) {
                conditioned.add(new double[] {conditioner.conditioned(k, 0), conditioner.conditioned(k, 1)});
            }
        }
        return conditioned.toArray(double[][]::new);
    }
}
