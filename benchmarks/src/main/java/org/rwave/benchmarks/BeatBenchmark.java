package org.rwave.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.BeatLabeller;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.ecg.signal.TimeAnchor;

/** Step 5: a beat aligned, cut, compared with the templates and turned into features. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BeatBenchmark {
    private static final boolean[] USABLE = {true, true};
    private static final int SAMPLES_OF_A_BEAT = 150;
    private static final int BEATS = 72;
    private static final TimeAnchor ANCHOR = new TimeAnchor(0, 0, Minute.RATE);

    /** Says N to every beat. */
    private static final class Normal implements BeatClassifier {
        private final ClassProbabilities normal = ClassProbabilities.certain(BeatClass.N);

        @Override
        public ClassProbabilities classify(BeatInput input) {
            return normal;
        }

        @Override
        public String modelHash() {
            return "none";
        }
    }

    private final double[][] signal = Minute.conditioned();
    private final BeatLabeller labeller = new BeatLabeller(new Normal(), false);
    private final List<ClassifiedBeat> beats = new ArrayList<>();
    private final float[] window = new float[Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES];
    private final float[] intervals = new float[200];
    private final float[] sorted = new float[200];
    private long taken;

    @Setup
    public void fill() {
        Random random = new Random(1);
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = random.nextInt(100, 200) / 180f;
        }
    }

    @Benchmark
    @OperationsPerInvocation(BEATS)
    public void part(Blackhole sink) {
        for (int beat = 0; beat < BEATS; beat++) {
            for (int i = 0; i < SAMPLES_OF_A_BEAT; i++) {
                labeller.sample(signal[beat * SAMPLES_OF_A_BEAT + i]);
            }
            taken += SAMPLES_OF_A_BEAT;
            labeller.rPeak(taken - 50.0, 2 * taken, USABLE, false);
            beats.clear();
            labeller.decide(ANCHOR, beats);
            sink.consume(beats);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BEATS)
    public void baseline(Blackhole sink) {
        for (int beat = 0; beat < BEATS; beat++) {
            for (int i = 0; i < window.length; i++) {
                window[i] = (float) signal[beat * SAMPLES_OF_A_BEAT + i % SAMPLES_OF_A_BEAT][i & 1];
            }
            System.arraycopy(intervals, 0, sorted, 0, sorted.length);
            Arrays.sort(sorted);
            sink.consume(window);
            sink.consume(sorted);
        }
    }
}
