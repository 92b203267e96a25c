package org.rwave.ecg.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.signal.SamplingRate;

/** Hand-made annotations for tests: 1000 samples a second, so that a sample is a millisecond. */
final class Beats {
    static final SamplingRate RATE = new SamplingRate(1000);
    /** The test period of these tests starts here instead of at 5:00. */
    static final int START = 1000;

    private static final long LENGTH = 1_000_000;

    private final List<Annotation> annotations = new ArrayList<>();

    private Beats() {}

    static Beats none() {
        return new Beats();
    }

    /** Beats at {@code times}, their mnemonics in {@code codes}. */
    static Beats of(String codes, long... times) {
        return new Beats().and(codes, times);
    }

    Beats and(String codes, long... times) {
        for (int i = 0; i < times.length; i++) {
            String mnemonic = codes.substring(i, i + 1);
            annotations.add(
                    Annotation.of(times[i], AnnotationCode.ofMnemonic(mnemonic).orElseThrow()));
        }
        return this;
    }

    Beats quality(long time, int subtype) {
        annotations.add(new Annotation(time, AnnotationCode.SIGNAL_QUALITY_CHANGE, subtype, 0, 0, ""));
        return this;
    }

    Beats rhythm(long time, String name) {
        annotations.add(new Annotation(time, AnnotationCode.RHYTHM_CHANGE, 0, 0, 0, name));
        return this;
    }

    List<Annotation> list() {
        annotations.sort(Comparator.comparingLong(Annotation::sampleIndex));
        return annotations;
    }

    static AnnotationPair pair(Beats reference, Beats test) {
        return new AnnotationPair("r", RATE, OptionalLong.of(LENGTH), reference.list(), test.list());
    }

    static ScoringSettings settings() {
        return ScoringSettings.standard().withStart(java.time.Duration.ofSeconds(1));
    }

    static BeatMatrix compare(Beats reference, Beats test) {
        return BeatByBeat.compare(pair(reference, test), settings());
    }
}
