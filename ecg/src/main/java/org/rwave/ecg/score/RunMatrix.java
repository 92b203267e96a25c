package org.rwave.ecg.score;

import java.util.Arrays;

/**
 * Outcome of a run-by-run comparison. Two matrices of run length in the reference (row) against run length in the test
 * (column): one entry per reference run for sensitivity, one per test run for positive predictivity. Immutable.
 */
public final class RunMatrix {
    /** Runs are not counted any further: 6 stands for 6 or more. */
    public static final int MAX_LENGTH = 6;

    /** Nothing counted. */
    public static final RunMatrix EMPTY =
            new RunMatrix(new long[MAX_LENGTH + 1][MAX_LENGTH + 1], new long[MAX_LENGTH + 1][MAX_LENGTH + 1]);

    private final long[][] byReferenceRun;
    private final long[][] byTestRun;

    /** Over two matrices {@code [reference][test]}, given away by the caller. */
    RunMatrix(long[][] byReferenceRun, long[][] byTestRun) {
        this.byReferenceRun = byReferenceRun;
        this.byTestRun = byTestRun;
    }

    /** Reference runs of {@code reference} beats whose longest overlapping test run has {@code test} beats. */
    public long referenceRuns(int reference, int test) {
        return byReferenceRun[reference][test];
    }

    /** Test runs of {@code test} beats whose longest overlapping reference run has {@code reference} beats. */
    public long testRuns(int reference, int test) {
        return byTestRun[reference][test];
    }

    /** Of the reference runs of this length, those that overlap a test run at least as long as the class's shortest. */
    public Ratio sensitivity(RunLength length) {
        long found = 0;
        long all = 0;
        for (int run = length.shortest(); run <= length.longest(); run++) {
            for (int other = 0; other <= MAX_LENGTH; other++) {
                all += byReferenceRun[run][other];
                found += other >= length.shortest() ? byReferenceRun[run][other] : 0;
            }
        }
        return new Ratio(found, all);
    }

    /** Of the test runs of this length, those that overlap a reference run at least as long as the class's shortest. */
    public Ratio positivePredictivity(RunLength length) {
        long real = 0;
        long all = 0;
        for (int run = length.shortest(); run <= length.longest(); run++) {
            for (int other = 0; other <= MAX_LENGTH; other++) {
                all += byTestRun[other][run];
                real += other >= length.shortest() ? byTestRun[other][run] : 0;
            }
        }
        return new Ratio(real, all);
    }

    /** The two comparisons as one. */
    public RunMatrix plus(RunMatrix other) {
        return new RunMatrix(sum(byReferenceRun, other.byReferenceRun), sum(byTestRun, other.byTestRun));
    }

    private static long[][] sum(long[][] one, long[][] other) {
        long[][] sum = new long[MAX_LENGTH + 1][MAX_LENGTH + 1];
        for (int row = 0; row <= MAX_LENGTH; row++) {
            for (int column = 0; column <= MAX_LENGTH; column++) {
                sum[row][column] = one[row][column] + other[row][column];
            }
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunMatrix that
                && Arrays.deepEquals(byReferenceRun, that.byReferenceRun)
                && Arrays.deepEquals(byTestRun, that.byTestRun);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(byReferenceRun) + Arrays.deepHashCode(byTestRun);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(byReferenceRun) + " " + Arrays.deepToString(byTestRun);
    }
}
