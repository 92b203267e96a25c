package org.rwave.cli.loadtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Searches the highest number of patients that is sustained: doubles until a run is not, then halves the step, until what
 * is known to hold and what is known not to are within five parts in a hundred.
 */
final class LimitSearch {
    private static final double CLOSE_ENOUGH = 1.05;
    private static final int MOST_DOWNWARDS = 10;
    private static final double HOPELESS_SECONDS = 15;

    private final List<Tried> tried = new ArrayList<>();
    private Optional<LoadResult> best = Optional.empty();

    /** One run of the search. */
    record Tried(int patients, boolean isSustained) {}

    /** Runs one test with so many patients. */
    interface Trial {
        LoadResult with(int patients) throws InterruptedException;
    }

    /** Searches from {@code first} patients on; downwards to a tenth of it if those are too many. */
    void search(int first, Trial trial) throws InterruptedException {
        int holds = 0;
        int fails = Integer.MAX_VALUE;
        int next = first;
        while (next > holds && next < fails) {
            LoadResult result = trial.with(next);
            tried.add(new Tried(next, result.isSustained()));
            if (result.isSustained()) {
                holds = next;
                best = Optional.of(result);
            } else {
                fails = next;
            }
            next = holds == 0 ? fails / 2 : next(holds, fails);
            if (next < first / MOST_DOWNWARDS) {
                return;
            }
        }
    }

    private static int next(int holds, int fails) {
        if (fails == Integer.MAX_VALUE) {
            return Math.multiplyExact(2, holds);
        }
        if (fails <= Math.max(1, holds * CLOSE_ENOUGH)) {
            return holds;
        }
        return rounded(holds + (fails - holds) / 2, holds, fails);
    }

    /** To hundreds where that leaves room. */
    private static int rounded(int number, int above, int below) {
        int hundreds = (number + 50) / 100 * 100;
        return hundreds > above && hundreds < below ? hundreds : number;
    }

    /**
     * Whether a run need not go on: while all {@code patients} are there, more beats wait than they have in 15 s or so. A
     * processor that has only begun to compile its code is not that far behind.
     */
    static boolean isHopeless(Second second, int patients) {
        return second.steady() && second.backlog() > HOPELESS_SECONDS * patients;
    }

    /** Every run, in order. */
    List<Tried> tried() {
        return List.copyOf(tried);
    }

    /** Every run in a few words. */
    String summary() {
        return tried.stream()
                .map(one -> one.patients() + (one.isSustained() ? " yes" : " no"))
                .collect(Collectors.joining(", "));
    }

    /** The run with the most patients among those sustained. */
    Optional<LoadResult> best() {
        return best;
    }
}
