package org.rwave.ecg.signal;

import java.util.Arrays;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * What may be claimed from one lead, judged on its native samples in blocks of 125 ms. The status changes at block ends
 * only, so it lags by at most a block beyond the times below.
 *
 * <ul>
 *   <li>OFF: no sample for 0.5 s. Ends with the first block that has a sample again.
 *   <li>FLAT: the voltage has stayed within 1 microvolt for 2 s. A lead stuck at a rail is flat, too.
 *   <li>NOISY, for as long as it lasts and 1 s beyond: stuck at an extreme (the same value beyond 3 mV for 0.1 s, what an
 *       overdriven amplifier shows); a jump of more than 10 mV within a block, which no heart makes; or so much
 *       high-frequency power in at least 7 of the last 8 blocks that it cannot be QRS complexes, which leave gaps.
 * </ul>
 *
 * <p>NOISY is a warning, not a ban: beats can often still be found in a noisy lead, which {@code QrsDetector} weighs by
 * itself. OFF and FLAT leads carry nothing.
 */
public final class LeadQuality {
    private static final double BLOCK_SECONDS = 0.125;
    private static final int BLOCKS_OFF = 4;
    private static final int BLOCKS_FLAT = 16;
    private static final int BLOCKS_NOISY_HOLD = 8;
    private static final double FLAT_MILLIVOLTS = 0.001;
    private static final double JUMP_MILLIVOLTS = 10;
    private static final double RAIL_MILLIVOLTS = 3;
    private static final double STUCK_SECONDS = 0.1;

    /** Mean absolute deviation of a sample from its neighbours' mean, 8 ms away, that muscle noise of 0.15 mV leaves. */
    private static final double ROUGH_MILLIVOLTS = 0.1;

    private static final int ROUGH_BLOCKS = 7;
    private static final int HISTORY_MASK = 0xFF;

    private final int blockSamples;
    private final int stuckSamples;
    private final int span;
    private final double[] recent;

    private int taken;
    private int present;
    private double low;
    private double high;
    private double roughness;
    private double last;
    private int stuck;
    private boolean sawStuck;
    private int slot;
    private int warmUp;

    private int blocksMissing;
    private int blocksFlat;
    private double flatLow;
    private double flatHigh;
    private int roughHistory;
    private int noisyBlocksLeft;

    public LeadQuality(SamplingRate rate) {
        blockSamples = Math.max(2, (int) Math.round(BLOCK_SECONDS * rate.hertz()));
        stuckSamples = (int) Math.ceil(STUCK_SECONDS * rate.hertz());
        span = Math.max(1, (int) Math.round(0.008 * rate.hertz()));
        recent = new double[2 * span];
        reset();
    }

    /** Takes the next native sample; NaN stands for a missing one. */
    public void accept(double millivolts) {
        if (!Double.isNaN(millivolts)) {
            present++;
            if (millivolts < low) {
                low = millivolts;
            }
            if (millivolts > high) {
                high = millivolts;
            }
            stuck = millivolts == last && Math.abs(millivolts) > RAIL_MILLIVOLTS ? stuck + 1 : 0;
            sawStuck |= stuck >= stuckSamples;
            last = millivolts;
            addRoughness(millivolts);
        }
        if (++taken == blockSamples) {
            endBlock();
        }
    }

    /** Takes {@code count} samples, {@code millivolts[from]} first. */
    public void accept(double[] millivolts, int from, int count) {
        int end = from + count;
        for (int i = from; i < end; i++) {
            if (warmUp == 0) {
                i = acceptPlain(millivolts, i, Math.min(end, i + blockSamples - taken - 1));
            }
            if (i < end) {
                accept(millivolts[i]); // ends a block, is missing or at a rail
            }
        }
    }

    /** Takes samples within a block up to {@code end}, or to the first that is missing or at a rail; returns its place. */
    private int acceptPlain(double[] millivolts, int from, int end) {
        double lowest = low;
        double highest = high;
        double rough = roughness;
        int place = slot;
        int i = from;
        for (; i < end; i++) {
            double value = millivolts[i];
            if (!(Math.abs(value) <= RAIL_MILLIVOLTS)) {
                break;
            }
            lowest = value < lowest ? value : lowest;
            highest = value > highest ? value : highest;
            int half = place + span < recent.length ? place + span : place - span;
            rough += Math.abs(recent[half] - 0.5 * (value + recent[place]));
            recent[place] = value;
            place = place + 1 < recent.length ? place + 1 : 0;
        }
        if (i > from) {
            last = millivolts[i - 1];
            stuck = 0;
            present += i - from;
            taken += i - from;
            low = lowest;
            high = highest;
            roughness = rough;
            slot = place;
        }
        return i;
    }

    /** How many samples can be taken at least before the status may change: the next one after them can change it. */
    public int samplesToNextJudgement() {
        return blockSamples - taken - 1;
    }

    private void addRoughness(double millivolts) {
        int half = slot + span < 2 * span ? slot + span : slot - span;
        if (warmUp == 0) {
            roughness += Math.abs(recent[half] - 0.5 * (millivolts + recent[slot]));
        } else {
            warmUp--;
        }
        recent[slot] = millivolts;
        slot = slot + 1 < 2 * span ? slot + 1 : 0;
    }

    private void endBlock() {
        blocksMissing = present == 0 ? blocksMissing + 1 : 0;
        if (present == 0) {
            warmUp = recent.length;
            blocksFlat = 0;
        } else {
            judge();
        }
        taken = 0;
        present = 0;
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        roughness = 0;
        sawStuck = false;
    }

    private void judge() {
        flatLow = blocksFlat == 0 ? low : Math.min(flatLow, low);
        flatHigh = blocksFlat == 0 ? high : Math.max(flatHigh, high);
        blocksFlat = flatHigh - flatLow < FLAT_MILLIVOLTS ? Math.min(blocksFlat + 1, BLOCKS_FLAT) : 0;
        boolean isRough = roughness > ROUGH_MILLIVOLTS * present;
        roughHistory = (roughHistory << 1 | (isRough ? 1 : 0)) & HISTORY_MASK;
        boolean isNoisy = sawStuck || high - low > JUMP_MILLIVOLTS || Integer.bitCount(roughHistory) >= ROUGH_BLOCKS;
        noisyBlocksLeft = isNoisy ? BLOCKS_NOISY_HOLD : Math.max(0, noisyBlocksLeft - 1);
    }

    /** The lead's status as of the last block that ended; GOOD before the first. */
    public LeadStatus status() {
        if (blocksMissing >= BLOCKS_OFF) {
            return LeadStatus.OFF;
        }
        if (blocksFlat >= BLOCKS_FLAT) {
            return LeadStatus.FLAT;
        }
        return noisyBlocksLeft > 0 ? LeadStatus.NOISY : LeadStatus.GOOD;
    }

    /** Forgets everything. */
    public void reset() {
        taken = 0;
        present = 0;
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        roughness = 0;
        last = 0;
        stuck = 0;
        sawStuck = false;
        Arrays.fill(recent, 0);
        slot = 0;
        warmUp = recent.length;
        blocksMissing = 0;
        blocksFlat = 0;
        flatLow = 0;
        flatHigh = 0;
        roughHistory = 0;
        noisyBlocksLeft = 0;
    }

    public void save(SnapshotWriter out) {
        out.putInt(taken).putInt(present).putDouble(low).putDouble(high).putDouble(roughness);
        out.putDouble(last)
                .putInt(stuck)
                .putBoolean(sawStuck)
                .putDoubles(recent)
                .putInt(slot);
        out.putInt(warmUp)
                .putInt(blocksMissing)
                .putInt(blocksFlat)
                .putDouble(flatLow)
                .putDouble(flatHigh);
        out.putInt(roughHistory).putInt(noisyBlocksLeft);
    }

    /** Continues from what {@link #save} wrote for the same rate. */
    public void load(SnapshotReader in) {
        taken = in.getInt();
        present = in.getInt();
        low = in.getDouble();
        high = in.getDouble();
        roughness = in.getDouble();
        last = in.getDouble();
        stuck = in.getInt();
        sawStuck = in.getBoolean();
        in.getDoubles(recent);
        slot = in.getInt();
        warmUp = in.getInt();
        blocksMissing = in.getInt();
        blocksFlat = in.getInt();
        flatLow = in.getDouble();
        flatHigh = in.getDouble();
        roughHistory = in.getInt();
        noisyBlocksLeft = in.getInt();
    }
}
