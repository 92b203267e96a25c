package org.rwave.ecg.beat;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * How much wider a QRS complex is than this patient's narrow ones. An ectopic shape that makes up half of the beats comes on
 * time as often as not and is then compared with its own kind; what still gives it away is that the patient has narrow
 * complexes too. Where all are wide (bundle branch block) none is wider. Remembers {@value #REMEMBERED} beats.
 */
final class UsualWidth {
    static final int COUNT = 1;

    private static final int REMEMBERED = 100;
    private static final int FEWEST = 10;

    /** Up to four beats of five may be wide. */
    private static final double NARROW = 0.2;

    private final RunningMedian widths = new RunningMedian(REMEMBERED);

    /** Writes the feature of a beat of {@code width}, a share of {@link Segment#QRS}; 0 until ten beats are known. */
    void write(float[] into, int at, float width) {
        into[at] = widths.count() >= FEWEST ? width - (float) widths.quantile(NARROW, width) : 0;
    }

    /** Remembers the beat. */
    void learn(float width) {
        widths.add(width);
    }

    /** Widths are whole numbers of samples, which fit in a byte each. */
    void save(SnapshotWriter out) {
        out.putByte(widths.count());
        for (int back = widths.count() - 1; back >= 0; back--) {
            out.putByte((int) Math.round(widths.recent(back) * Segment.QRS.length()));
        }
    }

    void load(SnapshotReader in) {
        int count = in.getByte();
        for (int i = 0; i < count; i++) {
            widths.add((float) (in.getByte() / (double) Segment.QRS.length()));
        }
    }
}
