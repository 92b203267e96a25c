package org.rwave.ecg.beat;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * The last four seconds of the conditioned signal, as 16-bit multiples of a quarter microvolt (+-8.19 mV, clipped):
 * fine against the 5 microvolts of a monitor's converter, and a quarter of the memory of doubles.
 */
final class ConditionedHistory {
    static final int CAPACITY = 4 * Preprocessing.HERTZ;
    static final double UNITS_PER_MILLIVOLT = 4000;

    /** The next power of two: a slot is found without a division. */
    private static final int RING = Integer.highestOneBit(CAPACITY - 1) << 1;

    private static final int MASK = RING - 1;

    private final short[][] ring = new short[Preprocessing.LEADS][RING];
    private long end;

    /** Appends one sample of every lead, millivolts. */
    void append(double[] millivolts) {
        int slot = (int) end & MASK;
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            ring[lead][slot] = lead < millivolts.length ? quantise(millivolts[lead]) : 0;
        }
        end++;
    }

    /** Appends {@code count} samples of every lead, {@code [lead][sample]} from {@code from} on, millivolts. */
    void append(double[][] millivolts, int from, int count) {
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            for (int i = 0; i < count; i++) {
                ring[lead][(int) (end + i) & MASK] =
                        lead < millivolts.length ? quantise(millivolts[lead][from + i]) : 0;
            }
        }
        end += count;
    }

    private static short quantise(double millivolts) {
        double units = Math.rint(millivolts * UNITS_PER_MILLIVOLT);
        return (short) Math.max(-32767, Math.min(32767, units));
    }

    /** One past the newest sample's index since the last reset. */
    long end() {
        return end;
    }

    /** Quarter microvolts at {@code index}; 0 before the first sample and for what has been forgotten. */
    int at(int lead, long index) {
        return index < 0 || index >= end || index < end - CAPACITY ? 0 : ring[lead][(int) index & MASK];
    }

    /** Copies {@link #at} of {@code lead} at as many indexes from {@code from} on as {@code into} has places; returns their sum. */
    int read(int lead, long from, double[] into) {
        short[] row = ring[lead];
        boolean isAllThere = from >= Math.max(0, end - CAPACITY) && from + into.length <= end;
        int sum = 0;
        for (int i = 0; i < into.length; i++) {
            int value = isAllThere ? row[(int) (from + i) & MASK] : at(lead, from + i);
            sum += value;
            into[i] = value;
        }
        return sum;
    }

    void reset() {
        end = 0;
        for (short[] lead : ring) {
            java.util.Arrays.fill(lead, (short) 0);
        }
    }

    /** Saves the samples from {@code from} on; what lies before is not needed any more. */
    void save(SnapshotWriter out, long from) {
        long first = Math.max(Math.max(0, end - CAPACITY), from);
        out.putLong(end).putInt((int) (end - first));
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            int previous = 0;
            for (long i = first; i < end; i++) {
                out.putCompactLong(at(lead, i) - previous);
                previous = at(lead, i);
            }
        }
    }

    void load(SnapshotReader in) {
        reset();
        end = in.getLong();
        int kept = in.getInt();
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            int previous = 0;
            for (long i = end - kept; i < end; i++) {
                previous += (int) in.getCompactLong();
                ring[lead][(int) i & MASK] = (short) previous;
            }
        }
    }
}
