package org.rwave.cli.loadtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.BeatDelay;

/**
 * Every beat that a patient must have, in order of R sample, and which chunk makes it final: from the moment that chunk
 * falls due, the beat is owed.
 */
final class ExpectedBeats {
    private static final BeatClass[] CLASSES = BeatClass.values();

    private final long[] rSamples;
    private final byte[] classes;
    private final int[] chunks;
    private final int[] physiology;
    private final int[] lookAhead;
    private final int[] chunkWait;
    private final short[] beatsOfChunk;

    private ExpectedBeats(List<Expected> beats, int chunkCount) {
        int count = beats.size();
        rSamples = new long[count];
        classes = new byte[count];
        chunks = new int[count];
        physiology = new int[count];
        lookAhead = new int[count];
        chunkWait = new int[count];
        beatsOfChunk = new short[chunkCount + 1];
        for (int i = 0; i < count; i++) {
            Expected beat = beats.get(i);
            BeatDelay delay = beat.delay;
            rSamples[i] = delay.rPeakSample();
            classes[i] = (byte) beat.beatClass.ordinal();
            chunks[i] = beat.chunk;
            physiology[i] = (int) (delay.foundAtSample() - delay.rPeakSample());
            lookAhead[i] = (int) (delay.decidedAtSample() - delay.foundAtSample());
            chunkWait[i] = (int) (beat.lastSampleOfChunk - delay.decidedAtSample());
            beatsOfChunk[beat.chunk]++;
        }
    }

    private record Expected(BeatDelay delay, BeatClass beatClass, int chunk, long lastSampleOfChunk) {}

    /** Gathers what the monitor says, chunk by chunk. */
    static final class Builder {
        private final List<Expected> beats = new ArrayList<>();
        private final int chunkCount;

        /** For {@code chunkCount} chunks and the end of the feed, which counts as one more. */
        Builder(int chunkCount) {
            this.chunkCount = chunkCount;
        }

        /** Chunk {@code number}, which ends with {@code lastSample}, made {@code final} these beats. */
        void decidedBy(int number, List<ClassifiedBeat> decided, List<BeatDelay> delays, long lastSample) {
            if (decided.size() != delays.size()) {
                throw new IllegalArgumentException(
                        "one delay for each beat, were " + delays.size() + " for " + decided.size());
            }
            for (int i = 0; i < decided.size(); i++) {
                beats.add(new Expected(delays.get(i), decided.get(i).beatClass(), number, lastSample));
            }
        }

        ExpectedBeats build() {
            return new ExpectedBeats(beats, chunkCount);
        }
    }

    int count() {
        return rSamples.length;
    }

    /** How many beats chunk {@code number} makes final. */
    int decidedBy(int number) {
        return beatsOfChunk[number];
    }

    /** Place of the beat at {@code rSample}, negative when none is expected there; {@code guess} is tried first. */
    int find(long rSample, int guess) {
        boolean isGuessed = guess < rSamples.length && rSamples[guess] == rSample;
        return isGuessed ? guess : Arrays.binarySearch(rSamples, rSample);
    }

    BeatClass beatClass(int place) {
        return CLASSES[classes[place]];
    }

    /** The chunk that makes it final; one past the last stands for the end of the feed. */
    int chunk(int place) {
        return chunks[place];
    }

    /** Samples from R until the detector is sure. */
    int physiology(int place) {
        return physiology[place];
    }

    /** Samples from there until the class is final. */
    int lookAhead(int place) {
        return lookAhead[place];
    }

    /** Samples from there to the end of the chunk. */
    int chunkWait(int place) {
        return chunkWait[place];
    }
}
