package org.rwave.trainer.data;

import java.util.Locale;

/** The noise recordings of the MIT-BIH Noise Stress Test Database (Moody, Muldrow and Mark 1984). */
public enum NoiseKind {
    /** Baseline wander. */
    BW,
    /** Muscle artefact. */
    MA,
    /** Electrode motion. */
    EM;

    /** Name of the recording in folder {@code nstdb}. */
    public String recordName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
