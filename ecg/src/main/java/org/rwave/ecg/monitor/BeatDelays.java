package org.rwave.ecg.monitor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes when each beat is found and when it is final. Beats become final in the order in which they are found; at most
 * the few that wait are kept. No part of snapshots: of beats found before a resume nothing is said.
 */
final class BeatDelays {
    private final ArrayDeque<Found> waiting = new ArrayDeque<>();
    private final List<BeatDelay> decided = new ArrayList<>();
    private long newestSample;

    private record Found(long rPeakSample, long atSample) {}

    /** The sample that is being taken. */
    void now(long sample) {
        newestSample = sample;
    }

    void found(long rPeakSample) {
        waiting.add(new Found(rPeakSample, newestSample));
    }

    /** The R peak was known beforehand. */
    void given(long rPeakSample) {
        waiting.add(new Found(rPeakSample, rPeakSample));
    }

    void decided(long rPeakSample) {
        while (!waiting.isEmpty() && waiting.peekFirst().rPeakSample < rPeakSample) {
            waiting.pollFirst();
        }
        if (!waiting.isEmpty() && waiting.peekFirst().rPeakSample == rPeakSample) {
            decided.add(new BeatDelay(rPeakSample, waiting.pollFirst().atSample, newestSample));
        }
    }

    /** Those decided since the last call of {@link #clear}. */
    List<BeatDelay> sinceCleared() {
        return List.copyOf(decided);
    }

    void clear() {
        decided.clear();
    }
}
