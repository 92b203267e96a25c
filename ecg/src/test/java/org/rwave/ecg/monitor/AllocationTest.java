package org.rwave.ecg.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;

/** The path of every sample must not make garbage: what is allocated belongs to facts, ticks and beats. */
class AllocationTest {
    private static final Lead LEAD = new Lead("MLII", "", 5, 1024);
    private static final int SECONDS = 60;

    @Test
    void four_times_the_samples_of_a_standstill_allocate_no_more() {
        long slow = bytesForAMinute(250);
        long fast = bytesForAMinute(1000);

        double moreSamples = 2.0 * SECONDS * (1000 - 250);
        assertThat((fast - slow) / moreSamples).isLessThan(0.5); // bytes; the smallest object has 16
    }

    /** Bytes that a monitor allocates for a minute without beats, chunk by chunk of a second, after a minute to warm up. */
    private static long bytesForAMinute(int hertz) {
        SamplingRate rate = new SamplingRate(hertz);
        Random random = new Random(1);
        PatientMonitor monitor = null;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int second = 0; second < 2 * SECONDS; second++) {
            short[] samples = new short[2 * hertz];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (1024 + random.nextInt(5));
            }
            WaveformChunk chunk =
                    WaveformChunk.ofRaw((long) second * hertz, second * 1_000_000L, rate, List.of(LEAD, LEAD), samples);
            if (monitor == null) {
                monitor = new PatientMonitor(MonitorSettings.defaults(), new NoBeats(), chunk);
            }
            long begin = threads.getCurrentThreadAllocatedBytes();
            monitor.accept(chunk);
            before += second < SECONDS ? 0 : threads.getCurrentThreadAllocatedBytes() - begin;
        }
        return before;
    }

    private static final class NoBeats implements BeatClassifier {
        @Override
        public ClassProbabilities classify(BeatInput input) {
            throw new AssertionError("there is no beat in this signal");
        }

        @Override
        public String modelHash() {
            return "none";
        }
    }
}
