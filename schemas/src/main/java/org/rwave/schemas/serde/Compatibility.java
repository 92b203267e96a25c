package org.rwave.schemas.serde;

/** How a subject's schemas may evolve; names as in the registry's REST API. */
public enum Compatibility {
    NONE,
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    FULL_TRANSITIVE;

    /** Whether every previous version counts, not the latest alone. */
    public boolean isTransitive() {
        return name().endsWith("_TRANSITIVE");
    }

    /** Whether a reader with the new schema must read data of previous ones. */
    public boolean isBackward() {
        return name().startsWith("BACKWARD") || name().startsWith("FULL");
    }

    /** Whether readers with previous schemas must read data of the new one. */
    public boolean isForward() {
        return name().startsWith("FORWARD") || name().startsWith("FULL");
    }
}
