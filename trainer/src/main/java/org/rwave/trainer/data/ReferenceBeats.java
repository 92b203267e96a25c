package org.rwave.trainer.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.score.ClassMapping;

/** The beats of a record according to its annotations: ascending positions and their classes. */
public final class ReferenceBeats {
    private final long[] positions;
    private final List<BeatClass> classes;

    private ReferenceBeats(long[] positions, List<BeatClass> classes) {
        this.positions = positions;
        this.classes = classes;
    }

    /** The beats among {@code annotations}; of two at one position, the first. */
    public static ReferenceBeats of(List<Annotation> annotations, ClassMapping mapping) {
        List<Long> positions = new ArrayList<>();
        List<BeatClass> classes = new ArrayList<>();
        long previous = -1;
        for (Annotation annotation : annotations) {
            Optional<BeatClass> beatClass = mapping.classOf(annotation.code());
            if (beatClass.isPresent() && annotation.sampleIndex() > previous) {
                previous = annotation.sampleIndex();
                positions.add(previous);
                classes.add(beatClass.get());
            }
        }
        return new ReferenceBeats(positions.stream().mapToLong(Long::longValue).toArray(), List.copyOf(classes));
    }

    public long[] positions() {
        return positions.clone();
    }

    public int count() {
        return positions.length;
    }

    public BeatClass classOf(int beat) {
        return classes.get(beat);
    }

    /**
     * The beat nearest to {@code sample}, if within {@code reach} samples.
     *
     * @return its number
     */
    public Optional<Integer> nearest(long sample, long reach) {
        int low = 0;
        int high = positions.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (positions[middle] < sample) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int best = low < positions.length && (low == 0 || positions[low] - sample <= sample - positions[low - 1])
                ? low
                : low - 1;
        return best >= 0 && Math.abs(positions[best] - sample) <= reach ? Optional.of(best) : Optional.empty();
    }

    /** These beats with positions moved by up to {@code reach} samples and a share of {@code missed} left out. */
    ReferenceBeats jittered(int reach, double missed, Random random) {
        List<Long> moved = new ArrayList<>();
        List<BeatClass> kept = new ArrayList<>();
        long previous = -1;
        for (int i = 0; i < positions.length; i++) {
            long position = Math.max(0, positions[i] + random.nextInt(2 * reach + 1) - reach);
            if (random.nextDouble() >= missed && position > previous) {
                moved.add(position);
                kept.add(classes.get(i));
                previous = position;
            }
        }
        return new ReferenceBeats(moved.stream().mapToLong(Long::longValue).toArray(), List.copyOf(kept));
    }

    /** These beats at other positions, ascending, one for each. */
    ReferenceBeats movedTo(long[] others) {
        if (others.length != positions.length) {
            throw new IllegalArgumentException(
                    "need a position for each of " + positions.length + " beats, had " + others.length);
        }
        return new ReferenceBeats(others.clone(), classes);
    }

    /**
     * The positions with a false one behind a share of the beats, where there is room: never within {@code apart} samples
     * of a beat, mostly on the T wave. No beat belongs to it.
     */
    long[] positionsWithFalseOnes(double share, long apart, Random random) {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            all.add(positions[i]);
            boolean chosen = random.nextDouble() < share;
            double place = Math.pow(random.nextDouble(), 2); // dense behind the beat, where the T wave is
            long room = i + 1 < positions.length ? positions[i + 1] - positions[i] - 2 * apart : 0;
            if (chosen && room > 0) {
                all.add(positions[i] + apart + (long) (place * room));
            }
        }
        return all.stream().mapToLong(Long::longValue).toArray();
    }
}
