package org.rwave.ecg.score.alarm;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.ecg.signal.SamplingRate;

/**
 * The malignant episodes that annotated beats make by the definitions of the PhysioNet/CinC Challenge 2015: tachycardia, at
 * least five V in a row of which some five are at 100 a minute or faster; asystole, no beat for 4 s; extreme rates, 17
 * beats above 140 or 5 beats below 40 a minute. A run of three V or more that falls short is below the definition.
 */
final class AnnotatedBeats {
    private static final int TACHYCARDIA_BEATS = 5;
    private static final double TACHYCARDIA_PER_MINUTE = 100;
    private static final int RUN_BEATS = 3;
    private static final double ASYSTOLE_SECONDS = 4;
    private static final int FAST_BEATS = 17;
    private static final double FAST_PER_MINUTE = 140;
    private static final int SLOW_BEATS = 5;
    private static final double SLOW_PER_MINUTE = 40;

    private final SamplingRate rate;
    private final long[] at;
    private final BeatClass[] classes;

    AnnotatedBeats(List<Annotation> annotations, SamplingRate rate) {
        this.rate = rate;
        List<Annotation> beats = annotations.stream()
                .filter(annotation -> annotation.code().isBeat())
                .toList();
        at = beats.stream().mapToLong(Annotation::sampleIndex).toArray();
        classes = beats.stream()
                .map(beat -> ClassMapping.EC57.classOf(beat.code()).orElse(BeatClass.Q))
                .toArray(BeatClass[]::new);
    }

    /** @param fibrillation in which beats are not annotated, so that pauses there are none */
    List<ReferenceEpisode> episodes(List<ReferenceEpisode> fibrillation) {
        List<ReferenceEpisode> found = new ArrayList<>();
        addRuns(found);
        for (int i = 1; i < at.length; i++) {
            if (rate.secondsAt(at[i] - at[i - 1]) >= ASYSTOLE_SECONDS && !isWithin(fibrillation, at[i - 1], at[i])) {
                found.add(new ReferenceEpisode(ScoredRhythm.ASYSTOLE, at[i - 1], at[i], true));
            }
        }
        addRates(ScoredRhythm.EXTREME_TACHYCARDIA, FAST_BEATS, fibrillation, found);
        addRates(ScoredRhythm.EXTREME_BRADYCARDIA, SLOW_BEATS, fibrillation, found);
        return found;
    }

    private void addRuns(List<ReferenceEpisode> found) {
        int start = 0;
        for (int i = 0; i <= at.length; i++) {
            if (i < at.length && classes[i].isVentricular()) {
                continue;
            }
            if (i - start >= RUN_BEATS) {
                found.add(new ReferenceEpisode(
                        ScoredRhythm.VENTRICULAR_TACHYCARDIA, at[start], at[i - 1], isTachycardia(start, i)));
            }
            start = i + 1;
        }
    }

    private boolean isTachycardia(int start, int end) {
        for (int first = start; first + TACHYCARDIA_BEATS <= end; first++) {
            boolean allV = true;
            for (int i = first; i < first + TACHYCARDIA_BEATS; i++) {
                allV &= classes[i] == BeatClass.V;
            }
            if (allV && perMinute(first, TACHYCARDIA_BEATS) >= TACHYCARDIA_PER_MINUTE) {
                return true;
            }
        }
        return false;
    }

    private void addRates(
            ScoredRhythm rhythm, int beats, List<ReferenceEpisode> fibrillation, List<ReferenceEpisode> found) {
        int first = 0;
        while (first + beats <= at.length) {
            if (!isExtreme(rhythm, first, beats) || isWithin(fibrillation, at[first], at[first + beats - 1])) {
                first++;
                continue;
            }
            int last = first;
            while (last + 1 + beats <= at.length && isExtreme(rhythm, last + 1, beats)) {
                last++;
            }
            found.add(new ReferenceEpisode(rhythm, at[first], at[last + beats - 1], true));
            first = last + 1;
        }
    }

    private boolean isExtreme(ScoredRhythm rhythm, int first, int beats) {
        double perMinute = perMinute(first, beats);
        return rhythm == ScoredRhythm.EXTREME_TACHYCARDIA ? perMinute > FAST_PER_MINUTE : perMinute < SLOW_PER_MINUTE;
    }

    private double perMinute(int first, int beats) {
        return 60 * (beats - 1) / rate.secondsAt(at[first + beats - 1] - at[first]);
    }

    private static boolean isWithin(List<ReferenceEpisode> fibrillation, long from, long to) {
        return fibrillation.stream().anyMatch(episode -> episode.start() < to && from < episode.end());
    }
}
