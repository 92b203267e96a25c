package org.rwave.producer;

/**
 * What goes wrong on the way, for tests of those who listen: shares of chunks, each in [0, 1).
 *
 * @param drop never sent
 * @param duplicate sent twice
 * @param reorder sent after the patient's next chunk
 * @param seed decides which
 */
public record Faults(double drop, double duplicate, double reorder, long seed) {
    public Faults {
        check("drop", drop);
        check("duplicate", duplicate);
        check("reorder", reorder);
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(name + " must be a share of chunks in [0, 1), was " + share);
        }
    }

    /** Whether anything goes wrong at all. */
    public boolean isAny() {
        return drop > 0 || duplicate > 0 || reorder > 0;
    }
}
