package org.rwave.cli.loadtest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.BeatDelay;

/** Expected beats for tests: one a chunk of 90 samples, from chunk 1 on, R at the start of the chunk before. */
final class Beats {
    private Beats() {}

    static ExpectedBeats oneAChunk(int chunks, BeatClass beatClass) {
        ExpectedBeats.Builder builder = new ExpectedBeats.Builder(chunks);
        for (int chunk = 1; chunk < chunks; chunk++) {
            long r = (chunk - 1) * 90L;
            List<ClassifiedBeat> beats = new ArrayList<>(List.of(new ClassifiedBeat(
                    r,
                    0,
                    beatClass,
                    ClassProbabilities.certain(beatClass),
                    OptionalLong.empty(),
                    1,
                    false,
                    false,
                    false,
                    "test")));
            builder.decidedBy(chunk, beats, List.of(new BeatDelay(r, r + 30, r + 100)), chunk * 90L + 89);
        }
        return builder.build();
    }
}
