package org.rwave.ecg.annotate;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.signal.SamplingRate;

/**
 * Three or more V in a row, which MIT-BIH's annotators mark from the first of them to the beat after the last: {@code (VT} from
 * 100/min on, {@code (IVR} below. No run crosses a gap.
 */
final class VentricularRuns {
    private static final int LEAST_BEATS = 3;
    private static final double TACHYCARDIA_PER_MINUTE = 100;

    private VentricularRuns() {}

    static List<Stretch> of(List<ClassifiedBeat> beats, SamplingRate rate) {
        List<Stretch> runs = new ArrayList<>();
        for (int from = 0; from < beats.size(); ) {
            int to = from;
            while (to < beats.size() && isPartOfRun(beats.get(to), to > from)) {
                to++;
            }
            if (to - from >= LEAST_BEATS) {
                runs.add(run(beats, from, to, rate));
            }
            from = Math.max(to, from + 1);
        }
        return runs;
    }

    private static boolean isPartOfRun(ClassifiedBeat beat, boolean hasBegun) {
        return beat.beatClass() == BeatClass.V && !(hasBegun && beat.afterGap());
    }

    private static Stretch run(List<ClassifiedBeat> beats, int from, int to, SamplingRate rate) {
        long first = beats.get(from).sampleIndex();
        long last = beats.get(to - 1).sampleIndex();
        long interval = (last - first) / (to - from - 1);
        boolean hasSuccessor = to < beats.size() && !beats.get(to).afterGap();
        long end = hasSuccessor ? beats.get(to).sampleIndex() : last + interval;
        boolean isTachycardia = 60 * rate.hertz() >= TACHYCARDIA_PER_MINUTE * interval;
        return new Stretch(first, end, isTachycardia ? "(VT" : "(IVR");
    }
}
