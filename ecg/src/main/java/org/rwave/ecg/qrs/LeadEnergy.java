package org.rwave.ecg.qrs;

import java.util.Arrays;
import org.rwave.ecg.signal.Biquad;
import org.rwave.ecg.signal.Conditioner;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** How much QRS-like energy one lead carries right now: band-pass, square, moving average, root. Millivolts. */
final class LeadEnergy {
    static final int WINDOW = 15;
    private static final double LOW_HERTZ = 7;
    private static final double HIGH_HERTZ = 20;
    private static final double FLOOR_MILLIVOLTS = 1e-18;

    private final Biquad highPass = Biquad.highPass(Conditioner.CONDITIONED_RATE, LOW_HERTZ, Math.sqrt(0.5));
    private final Biquad lowPass = Biquad.lowPass(Conditioner.CONDITIONED_RATE, HIGH_HERTZ, Math.sqrt(0.5));
    private final double[] squares = new double[WINDOW];
    private int slot;
    private double sum;

    /** Takes {@code count} samples; puts the energy at each in {@code into}. */
    void accept(double[] millivolts, int count, double[] into) {
        Biquad.filter(highPass, lowPass, FLOOR_MILLIVOLTS, millivolts, count, into);
        for (int i = 0; i < count; i++) {
            double square = into[i] * into[i];
            sum += square - squares[slot];
            squares[slot] = square;
            slot = slot + 1 == WINDOW ? 0 : slot + 1;
            into[i] = Math.sqrt(Math.max(sum, 0) / WINDOW);
        }
    }

    void reset() {
        highPass.reset();
        lowPass.reset();
        Arrays.fill(squares, 0);
        slot = 0;
        sum = 0;
    }

    void save(SnapshotWriter out) {
        highPass.save(out);
        lowPass.save(out);
        out.putDoubles(squares).putInt(slot).putDouble(sum);
    }

    void load(SnapshotReader in) {
        highPass.load(in);
        lowPass.load(in);
        in.getDoubles(squares);
        slot = in.getInt();
        sum = in.getDouble();
    }
}
