package org.rwave.trainer.kaggle;

import java.io.IOException;
import java.util.Arrays;
import org.rwave.ecg.recording.Recording;

/** Reads one lead of a recording as a whole. */
final class LeadSamples {
    private static final int AT_A_TIME = 8192;

    private LeadSamples() {}

    /** Raw units of lead {@code lead}, from the first sample; a missing sample repeats the one before it. */
    static int[] read(Recording recording, int lead) throws IOException {
        int leads = recording.leads().size();
        int[] buffer = new int[AT_A_TIME * leads];
        int[] samples = new int[AT_A_TIME];
        int count = 0;
        recording.seek(0);
        for (int got = recording.read(buffer, AT_A_TIME); got > 0; got = recording.read(buffer, AT_A_TIME)) {
            if (count + got > samples.length) {
                samples = Arrays.copyOf(samples, 2 * (count + got));
            }
            for (int i = 0; i < got; i++) {
                int raw = buffer[i * leads + lead];
                int before = count == 0 ? 0 : samples[count - 1];
                samples[count++] = raw == Recording.MISSING ? before : raw;
            }
        }
        return Arrays.copyOf(samples, count);
    }
}
