package org.rwave.ecg.alarm;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** Where the alarms of one kind are in their life. Positions are source samples. */
final class AlarmLife {
    private static final int ACTIVE = 1;
    private static final int EVER_RAISED = 2;
    private static final int ENDING = 4;

    boolean isActive;
    /** Whether there has been one at all; the fields below mean nothing before. */
    boolean everRaised;
    /** Onset of the alarm that was raised last: with the kind, its identity. */
    long onset;
    /** Onset of the last finding, which is later than {@link #onset} after an update. */
    long lastFinding;
    /** When it was raised, updated or ended last. */
    long lastChange;

    /** Whether its rule says that it has ended, but not yet for long enough. */
    boolean isEnding;
    /** Since when, if so. */
    long endingSince;

    void raise(long onsetSampleIndex, long now) {
        isActive = true;
        everRaised = true;
        onset = onsetSampleIndex;
        update(onsetSampleIndex, now);
    }

    void update(long findingSampleIndex, long now) {
        lastFinding = findingSampleIndex;
        lastChange = now;
    }

    void end(long now) {
        isActive = false;
        isEnding = false;
        lastChange = now;
    }

    /** One byte when never raised, else about ten; {@code now} is the origin. */
    void save(SnapshotWriter out, long now) {
        out.putByte((isActive ? ACTIVE : 0) | (everRaised ? EVER_RAISED : 0) | (isEnding ? ENDING : 0));
        if (everRaised) {
            out.putCompactLong(now - lastChange);
            out.putCompactLong(lastChange - lastFinding);
            out.putCompactLong(lastFinding - onset);
        }
        if (isEnding) {
            out.putCompactLong(now - endingSince);
        }
    }

    void load(SnapshotReader in, long now) {
        int flags = in.getByte();
        isActive = (flags & ACTIVE) != 0;
        everRaised = (flags & EVER_RAISED) != 0;
        if (everRaised) {
            lastChange = now - in.getCompactLong();
            lastFinding = lastChange - in.getCompactLong();
            onset = lastFinding - in.getCompactLong();
        }
        isEnding = (flags & ENDING) != 0;
        if (isEnding) {
            endingSince = now - in.getCompactLong();
        }
    }
}
