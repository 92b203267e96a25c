package org.rwave.ecg.score;

import java.util.Optional;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.recording.AnnotationCode;

/** Which of the five beat classes an annotation type belongs to. Every figure depends on it, so reports name it. */
public enum ClassMapping {
    /** As {@code bxb} counts (EC57:2012, 4.3): escape beats of atrium and node (e, j, n) are supraventricular. */
    EC57("EC57 (e, j to S)"),
    /**
     * As most papers on MIT-BIH count (de Chazal et al. 2004, table I): atrial and nodal escape beats (e, j) are normal.
     */
    LITERATURE("literature (e, j to N)");

    private final String title;

    ClassMapping(String title) {
        this.title = title;
    }

    /** How reports name it. */
    public String title() {
        return title;
    }

    /** The class of a beat annotation; empty for everything that is no beat. */
    public Optional<BeatClass> classOf(AnnotationCode code) {
        if (!code.isBeat()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (code) {
                    case ATRIAL_ESCAPE, NODAL_ESCAPE -> this == LITERATURE ? BeatClass.N : BeatClass.S;
                    case NODAL_PREMATURE,
                            ATRIAL_PREMATURE,
                            SUPRAVENTRICULAR_PREMATURE,
                            ABERRATED_ATRIAL_PREMATURE,
                            SUPRAVENTRICULAR_ESCAPE -> BeatClass.S;
                    case PREMATURE_VENTRICULAR, R_ON_T, VENTRICULAR_ESCAPE -> BeatClass.V;
                    case FUSION_VENTRICULAR -> BeatClass.F;
                    case UNCLASSIFIABLE, PACED, FUSION_PACED, LEARNING -> BeatClass.Q;
                    default -> BeatClass.N;
                });
    }
}
