package org.rwave.trainer.data;

import java.io.IOException;

/** A recording in memory with the truth about its beats. */
record PlayableRecord(LoadedRecording recording, ReferenceBeats truth) {
    /** Where records come from, by name. */
    interface Source {
        PlayableRecord load(String record) throws IOException;
    }
}
