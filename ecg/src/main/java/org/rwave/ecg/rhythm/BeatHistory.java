package org.rwave.ecg.rhythm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.beat.LikeBeat;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * The last {@value #CAPACITY} final beats without a gap between them, which is all that rhythm names and alarm rules look
 * at. {@code back} counts from the latest beat, which is 0.
 */
public final class BeatHistory {
    /** How many beats are remembered; a power of two. */
    public static final int CAPACITY = 32;

    private static final int LOW_QUALITY = 1 << 4;
    private static final int LIKE_BEFORE = 1 << 5;

    /** Of 0.7, 0.8 and 0.85 the one with fewest false tachycardias in electrode motion; 0.9 misses episodes of VFDB. */
    private static final double LEAST_LIKENESS = 0.85;

    private static final long NONE = -1;
    private static final int LEAST_NORMAL_INTERVALS = 3;

    private final SamplingRate rate;
    private final long[] sampleIndexes = new long[CAPACITY];
    private final byte[] marks = new byte[CAPACITY];
    private int size;
    private int next;

    /** The beat to come that is known to be like those before it, {@link #NONE} if it is not. */
    private long likeFollower = NONE;

    public BeatHistory(SamplingRate rate) {
        this.rate = rate;
    }

    /**
     * Takes the next final beat; forgets those before a gap.
     *
     * @throws IllegalArgumentException when the beat is provisional or not after the previous one
     */
    public void add(ClassifiedBeat beat) {
        if (beat.revision() < 1) {
            throw new IllegalArgumentException("only final beats count, was provisional at " + beat.sampleIndex());
        }
        if (size > 0 && beat.sampleIndex() <= sampleIndex(0)) {
            throw new IllegalArgumentException(
                    "beats must ascend, was " + beat.sampleIndex() + " after " + sampleIndex(0));
        }
        if (beat.afterGap()) {
            clear();
        }
        int quality = beat.lowQuality() ? LOW_QUALITY : 0;
        int form = beat.sampleIndex() == likeFollower ? LIKE_BEFORE : 0;
        put(beat.sampleIndex(), beat.beatClass().ordinal() | quality | form);
    }

    /** How like those before it the beat is that will come next, after a ventricular one. */
    public void follower(LikeBeat beat) {
        likeFollower = beat.likeness() >= LEAST_LIKENESS ? beat.sampleIndex() : NONE;
    }

    private void put(long sampleIndex, int mark) {
        sampleIndexes[next] = sampleIndex;
        marks[next] = (byte) mark;
        next = (next + 1) % CAPACITY;
        size = Math.min(size + 1, CAPACITY);
    }

    /** Forgets everything: nothing is claimed across a gap. */
    public void clear() {
        size = 0;
    }

    /** How many beats are known. */
    public int size() {
        return size;
    }

    public long sampleIndex(int back) {
        return sampleIndexes[slot(back)];
    }

    public BeatClass beatClass(int back) {
        return BeatClass.at(marks[slot(back)] & 0xF);
    }

    /** V or F. */
    public boolean isVentricular(int back) {
        return beatClass(back).isVentricular();
    }

    /** Whether the signal was good enough for the class to be relied on. */
    public boolean isReliable(int back) {
        return (marks[slot(back)] & LOW_QUALITY) == 0;
    }

    /** Time from the beat before to beat {@code back}; that beat must be known. */
    public long rrMicros(int back) {
        return spanMicros(back + 1, back);
    }

    /** Time from beat {@code fromBack} to the later beat {@code toBack}. */
    public long spanMicros(int fromBack, int toBack) {
        return rate.microsAt(sampleIndex(toBack) - sampleIndex(fromBack));
    }

    /** Time from the latest beat to {@code sampleIndex}. */
    public long microsSince(long sampleIndex) {
        return rate.microsAt(sampleIndex - sampleIndex(0));
    }

    /** Mean rate of the {@code beats} beats that end with {@code back}: 60 s over their mean RR. At least two beats. */
    public double beatsPerMinute(int back, int beats) {
        return 60e6 * (beats - 1) / spanMicros(back + beats - 1, back);
    }

    /** The same for {@code beats} beats of which the last is at {@code sampleIndex}, behind the latest of these. */
    public double beatsPerMinuteUntil(long sampleIndex, int beats) {
        return 60e6 * (beats - 1) / rate.microsAt(sampleIndex - sampleIndex(beats - 2));
    }

    /** Length of the ventricular run whose last beat is {@code back}; 0 when that beat is not ventricular. */
    public int ventricularRun(int back) {
        int length = 0;
        while (back + length < size && isVentricular(back + length)) {
            length++;
        }
        return length;
    }

    /**
     * Whether beat {@code back} is ventricular and ends {@code cycles} cycles of {@code period} reliable beats, of which the
     * last alone is ventricular: 2 is bigeminy, 3 trigeminy.
     */
    public boolean isEctopicEvery(int period, int cycles, int back) {
        int beats = period * cycles;
        if (back + beats > size || !allReliable(back, beats)) {
            return false;
        }
        for (int i = 0; i < beats; i++) {
            if (isVentricular(back + i) != (i % period == 0)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Mean of the up to {@code most} latest RR intervals between N beats that end at {@code back} or before; empty when there
     * are fewer than three.
     */
    public OptionalDouble meanNormalRrMicros(int back, int most) {
        int count = 0;
        long sum = 0;
        for (int i = back; i + 1 < size && count < most; i++) {
            if (beatClass(i) == BeatClass.N && beatClass(i + 1) == BeatClass.N) {
                sum += rrMicros(i);
                count++;
            }
        }
        return count < LEAST_NORMAL_INTERVALS ? OptionalDouble.empty() : OptionalDouble.of(sum / (double) count);
    }

    /** How many beats of class {@code wanted} are among the {@code beats} beats that end with {@code back}. */
    public int count(BeatClass wanted, int back, int beats) {
        int count = 0;
        for (int i = back; i < back + beats; i++) {
            count += beatClass(i) == wanted ? 1 : 0;
        }
        return count;
    }

    /** Whether each of the {@code beats} beats that end with {@code back} is reliable. */
    public boolean allReliable(int back, int beats) {
        return reliable(back, beats) == beats;
    }

    /** Whether more than half of the {@code beats} beats that end with {@code back} are reliable. */
    public boolean mostlyReliable(int back, int beats) {
        return 2 * reliable(back, beats) > beats;
    }

    /** How many of the {@code beats} beats that end with {@code back} are reliable. */
    public int reliable(int back, int beats) {
        int reliable = 0;
        for (int i = back; i < back + beats; i++) {
            reliable += isReliable(i) ? 1 : 0;
        }
        return reliable;
    }

    /**
     * How many of the {@code beats} beats that end with {@code back}, the first of them aside, are like one of the two before in
     * form and size (see {@link LikeBeat}). A beat after one that is not ventricular is not.
     */
    public int alike(int back, int beats) {
        int alike = 0;
        for (int i = back; i < back + beats - 1; i++) {
            alike += (marks[slot(i)] & LIKE_BEFORE) == 0 ? 0 : 1;
        }
        return alike;
    }

    /** Positions of the {@code beats} beats that end with {@code back}, oldest first. */
    public List<Long> sampleIndexes(int back, int beats) {
        List<Long> positions = new ArrayList<>(beats);
        for (int i = back + beats - 1; i >= back; i--) {
            positions.add(sampleIndex(i));
        }
        return Collections.unmodifiableList(positions);
    }

    private int slot(int back) {
        if (back < 0 || back >= size) {
            throw new IndexOutOfBoundsException("beat " + back + " back of " + size);
        }
        return (next - 1 - back) & (CAPACITY - 1);
    }

    /** Writes about three bytes a beat. */
    public void save(SnapshotWriter out) {
        out.putByte(size).putLong(likeFollower);
        long previous = 0;
        for (int back = size - 1; back >= 0; back--) {
            out.putByte(marks[slot(back)]).putCompactLong(sampleIndex(back) - previous);
            previous = sampleIndex(back);
        }
    }

    public void load(SnapshotReader in) {
        clear();
        int beats = in.getByte();
        likeFollower = in.getLong();
        long position = 0;
        for (int i = 0; i < beats; i++) {
            int mark = in.getByte();
            position += in.getCompactLong();
            put(position, mark);
        }
    }
}
