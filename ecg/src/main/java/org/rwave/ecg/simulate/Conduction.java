package org.rwave.ecg.simulate;

import org.rwave.ecg.recording.AnnotationCode;

/** How the patient's ventricles are activated in a conducted beat. All three are class N. */
public enum Conduction {
    NORMAL(AnnotationCode.NORMAL),
    LEFT_BUNDLE_BRANCH_BLOCK(AnnotationCode.LEFT_BUNDLE_BRANCH_BLOCK),
    RIGHT_BUNDLE_BRANCH_BLOCK(AnnotationCode.RIGHT_BUNDLE_BRANCH_BLOCK);

    private final AnnotationCode code;

    Conduction(AnnotationCode code) {
        this.code = code;
    }

    /** What a conducted beat is annotated with. */
    AnnotationCode code() {
        return code;
    }
}
