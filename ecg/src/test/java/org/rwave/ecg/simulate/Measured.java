package org.rwave.ecg.simulate;

/**
 * Intervals of one beat as a reader would measure them on a clean trace at 1000 Hz: P and T waves begin and
 * end where they exceed a tenth of their height in MLII, the complex where it exceeds a twentieth in either lead.
 */
record Measured(long qrsMillis, long prMillis, long qtMillis) {
    private static final double VISIBLE = 0.09;
    private static final double VISIBLE_QRS = 0.05;

    static Measured of(Played played, long peak) {
        long onset = Math.min(edge(played, 0, peak, -1), edge(played, 1, peak, -1));
        long end = Math.max(edge(played, 0, peak, 1), edge(played, 1, peak, 1));
        return new Measured(
                end - onset, onset - firstVisible(played, peak - 330, onset - 20), tEnd(played, end) - onset);
    }

    /** Where the complex has fallen below a twentieth of its height and stays there for 20 ms. */
    private static long edge(Played played, int lead, long peak, int direction) {
        double height = 0;
        for (long i = peak - 60; i <= peak + 60; i++) {
            height = Math.max(height, Math.abs(played.at(lead, i)));
        }
        int quiet = 0;
        long sample = peak;
        while (quiet < 20 && Math.abs(sample - peak) < 250) {
            sample += direction;
            quiet = Math.abs(played.at(lead, sample)) < VISIBLE_QRS * height ? quiet + 1 : 0;
        }
        return sample - (long) direction * quiet;
    }

    private static long firstVisible(Played played, long from, long to) {
        double height = Math.abs(largest(played, from, to));
        long sample = from;
        while (Math.abs(played.at(0, sample)) < VISIBLE * height) {
            sample++;
        }
        return sample;
    }

    private static long tEnd(Played played, long qrsEnd) {
        double height = largest(played, qrsEnd + 20, qrsEnd + 380);
        long sample = qrsEnd + 20;
        while (played.at(0, sample) != height) {
            sample++;
        }
        while (Math.abs(played.at(0, sample)) > VISIBLE * Math.abs(height)) {
            sample++;
        }
        return sample;
    }

    /** The largest deflection of MLII in [{@code from}, {@code to}), with its sign. */
    static double largest(Played played, long from, long to) {
        double largest = 0;
        for (long i = from; i < to; i++) {
            if (Math.abs(played.at(0, i)) > Math.abs(largest)) {
                largest = played.at(0, i);
            }
        }
        return largest;
    }

    /** The sample of MLII nearest to {@code sample} from which the trace turns back on both sides. */
    static long nearestExtremum(Played played, long sample) {
        for (int distance = 0; distance < 100; distance++) {
            for (long candidate : new long[] {sample - distance, sample + distance}) {
                double here = Math.abs(played.at(0, candidate));
                if (here > 0.1
                        && here >= Math.abs(played.at(0, candidate - 1))
                        && here >= Math.abs(played.at(0, candidate + 1))
                        && here > Math.abs(played.at(0, candidate - 6))
                        && here > Math.abs(played.at(0, candidate + 6))) {
                    return candidate;
                }
            }
        }
        return Long.MAX_VALUE;
    }
}
