package org.rwave.trainer.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rwave.ecg.beat.BeatFeature;
import org.rwave.ecg.beat.BeatFeature.Group;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.ecg.beat.Segment;

/**
 * A part of the network's input that can be hidden.
 *
 * @param name for the report
 * @param from first sample of the hidden stretch of every waveform row
 * @param to one past its last sample; equal to {@code from} when no waveform is hidden
 * @param features indices of the hidden features
 */
public record BeatPart(String name, int from, int to, List<Integer> features) {
    private static final int STRETCH = 8;
    private static final int STEP = 4;

    public BeatPart {
        if (!(0 <= from && from <= to && to <= Preprocessing.WINDOW_SAMPLES)) {
            throw new IllegalArgumentException("part " + name + ": samples " + from + " to " + to
                    + " are not in the window of " + Preprocessing.WINDOW_SAMPLES);
        }
        features = List.copyOf(features);
    }

    /** The parts that a cardiographer would name; they overlap. */
    public static List<BeatPart> named() {
        List<BeatPart> parts = new ArrayList<>();
        parts.add(wave("P wave: waveform and features", Segment.P, Group.P_LIKENESS, Group.P_SIZE));
        parts.add(wave("QRS complex: waveform and features", Segment.QRS, Group.QRS_LIKENESS, Group.QRS_SIZE));
        parts.add(wave("T wave: waveform and features", Segment.T, Group.T_LIKENESS, Group.T_SIZE));
        parts.add(new BeatPart("waveform alone, all of it", 0, Preprocessing.WINDOW_SAMPLES, List.of()));
        parts.add(features(
                "all likeness to the template", Group.P_LIKENESS, Group.QRS_LIKENESS, Group.T_LIKENESS, Group.COMPANY));
        parts.add(features("all RR intervals", rhythm()));
        for (Group group : Group.values()) {
            parts.add(features(group.title(), group));
        }
        return parts;
    }

    /** Each feature of the rhythm alone. */
    public static List<BeatPart> rhythmFeatures() {
        List<BeatFeature> all = BeatFeature.all();
        return IntStream.range(0, all.size())
                .filter(index -> all.get(index).group().isRhythm())
                .mapToObj(index -> new BeatPart(all.get(index).name(), 0, 0, List.of(index)))
                .toList();
    }

    /** Overlapping stretches of the waveform, 44 ms long and 22 ms apart, from the window's start to its end. */
    public static List<BeatPart> stretches() {
        return IntStream.rangeClosed(0, (Preprocessing.WINDOW_SAMPLES - STRETCH) / STEP)
                .map(number -> number * STEP)
                .mapToObj(from -> new BeatPart("from sample " + from, from, from + STRETCH, List.of()))
                .toList();
    }

    private static Group[] rhythm() {
        return Arrays.stream(Group.values()).filter(Group::isRhythm).toArray(Group[]::new);
    }

    private static BeatPart wave(String name, Segment wave, Group... groups) {
        return new BeatPart(name, wave.from(), wave.to(), indices(groups));
    }

    private static BeatPart features(String name, Group... groups) {
        return new BeatPart(name, 0, 0, indices(groups));
    }

    private static List<Integer> indices(Group... groups) {
        Set<Group> wanted = Set.of(groups);
        List<BeatFeature> all = BeatFeature.all();
        return IntStream.range(0, all.size())
                .filter(index -> wanted.contains(all.get(index).group()))
                .boxed()
                .toList();
    }
}
