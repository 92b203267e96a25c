package org.rwave.ecg.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Which leads can be read when, from the disturbances announced so far. */
final class SignalQuality {
    /** WFDB's subtype for a stretch in which no signal can be read. */
    private static final int NOTHING_READABLE = -1;

    record Change(double seconds, int subtype) {}

    private final List<HeartEvent.Disturbance> disturbances = new ArrayList<>();
    private int current;
    private double walkedSeconds;

    void disturb(HeartEvent.Disturbance disturbance) {
        disturbances.add(disturbance);
    }

    /** The changes before {@code seconds}, each time with the subtype from then on. */
    List<Change> changesUntil(double seconds) {
        List<Change> changes = new ArrayList<>();
        double[] instants = disturbances.stream()
                .flatMapToDouble(one -> DoubleStream.of(one.seconds(), end(one)))
                .filter(instant -> instant >= walkedSeconds && instant < seconds)
                .sorted()
                .toArray();
        for (double instant : instants) {
            int subtype = subtypeAt(instant);
            if (subtype != current) {
                current = subtype;
                changes.add(new Change(instant, subtype));
            }
        }
        walkedSeconds = seconds;
        // Peaks up to a second back may still be asked for.
        disturbances.removeIf(one -> end(one) < seconds - 1);
        return changes;
    }

    /** Whether any lead shows the beat at {@code seconds}. */
    boolean isReadable(double seconds) {
        return subtypeAt(seconds) != NOTHING_READABLE;
    }

    private int subtypeAt(double seconds) {
        int noisy = 0;
        int unreadable = 0;
        for (HeartEvent.Disturbance one : disturbances) {
            if (one.seconds() <= seconds && seconds < end(one)) {
                if (one.kind().isLeadFault()) {
                    unreadable |= 1 << one.lead();
                } else {
                    noisy = 3;
                }
            }
        }
        if (unreadable == 3) {
            return NOTHING_READABLE;
        }
        return (noisy & ~unreadable) | unreadable << 4;
    }

    private static double end(HeartEvent.Disturbance disturbance) {
        return disturbance.seconds() + disturbance.lengthSeconds();
    }
}
