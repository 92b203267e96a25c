package org.rwave.processor;

import java.util.List;

/** Settings that cannot be used; the message names all problems. */
public final class SettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    SettingsException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
