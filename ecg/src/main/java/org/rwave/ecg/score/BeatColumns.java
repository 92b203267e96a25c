package org.rwave.ecg.score;

import static org.rwave.ecg.score.BeatLabel.F;
import static org.rwave.ecg.score.BeatLabel.N;
import static org.rwave.ecg.score.BeatLabel.O;
import static org.rwave.ecg.score.BeatLabel.Q;
import static org.rwave.ecg.score.BeatLabel.S;
import static org.rwave.ecg.score.BeatLabel.V;
import static org.rwave.ecg.score.BeatLabel.X;

import java.util.List;

/**
 * The nineteen count columns of {@code bxb -L}. A prime in a heading says that labels were merged: n' = n, f, q;
 * o' = o, x; F' = F, Q; O' = O, X.
 */
final class BeatColumns {
    private static final List<List<BeatLabel>> ROWS =
            List.of(List.of(N), List.of(S), List.of(V), List.of(F, Q), List.of(O, X));
    private static final List<List<BeatLabel>> COLUMNS =
            List.of(List.of(N, F, Q), List.of(S), List.of(V), List.of(O, X));
    private static final int BEAT_ROWS = 4;

    private BeatColumns() {}

    /** The counts in the order of the headings: columns n' s v over five rows each, o' over the four rows of beats. */
    static Object[] of(BeatMatrix matrix) {
        Object[] counts = new Object[19];
        int next = 0;
        for (List<BeatLabel> column : COLUMNS) {
            boolean isMissed = column.contains(O);
            for (List<BeatLabel> row : isMissed ? ROWS.subList(0, BEAT_ROWS) : ROWS) {
                counts[next++] = sum(matrix, row, column);
            }
        }
        return counts;
    }

    private static long sum(BeatMatrix matrix, List<BeatLabel> rows, List<BeatLabel> columns) {
        long sum = 0;
        for (BeatLabel row : rows) {
            for (BeatLabel column : columns) {
                sum += matrix.count(row, column);
            }
        }
        return sum;
    }
}
