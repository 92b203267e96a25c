package org.rwave.trainer.run;

import java.io.IOException;

/** A run stops here; its checkpoints are in order. */
public final class InterruptedRunException extends IOException {
    private static final long serialVersionUID = 1;

    InterruptedRunException(String reason) {
        super(reason);
    }
}
