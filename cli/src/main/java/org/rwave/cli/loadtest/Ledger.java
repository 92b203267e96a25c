package org.rwave.cli.loadtest;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.rwave.ecg.beat.BeatClass;

/**
 * Holds every beat that comes against those that must come: patient, R sample and class. Beats are entered by one thread;
 * any other may read the counts.
 */
final class Ledger {
    /** What a beat turned out to be. */
    enum Entry {
        /** Expected, and here for the first time. */
        EXPECTED,
        /** Here before. */
        DUPLICATE,
        /** Of another class than expected, or where no beat is expected. */
        DIFFERENT
    }

    /**
     * The account at the end.
     *
     * @param expected beats owed
     * @param seen those of them that came, as expected
     * @param lost those of them that never came in any form
     * @param duplicate came again
     * @param different came with another class, or where none was expected
     */
    record Totals(long expected, long seen, long lost, long duplicate, long different) {
        boolean isClean() {
            return lost == 0 && duplicate == 0 && different == 0;
        }
    }

    private final List<ExpectedBeats> expected;
    private final BitSet[] arrived;
    private final int[] next;
    private final long owed;
    private final AtomicLong arrivals = new AtomicLong();
    private long seen;
    private long duplicate;
    private long different;
    private int lastPlace;

    /** @param expected what is expected of each patient; patients may share one list */
    Ledger(List<ExpectedBeats> expected) {
        this.expected = List.copyOf(expected);
        this.arrived = new BitSet[expected.size()];
        for (int patient = 0; patient < arrived.length; patient++) {
            arrived[patient] = new BitSet(expected.get(patient).count());
        }
        this.next = new int[expected.size()];
        this.owed = expected.stream().mapToLong(ExpectedBeats::count).sum();
    }

    /** Enters a beat of {@code patient}. */
    Entry enter(int patient, long rSample, BeatClass beatClass) {
        ExpectedBeats owing = expected.get(patient);
        int place = owing.find(rSample, next[patient]);
        if (place < 0) {
            return different();
        }
        lastPlace = place;
        if (arrived[patient].get(place)) {
            duplicate++;
            return Entry.DUPLICATE;
        }
        arrived[patient].set(place);
        next[patient] = place + 1;
        arrivals.incrementAndGet();
        if (owing.beatClass(place) != beatClass) {
            return different();
        }
        seen++;
        return Entry.EXPECTED;
    }

    /** Enters a beat of nobody in this test. */
    Entry enterStranger() {
        return different();
    }

    private Entry different() {
        different++;
        return Entry.DIFFERENT;
    }

    /** Place of the latest beat entered that was expected, for the thread that enters. */
    int lastPlace() {
        return lastPlace;
    }

    /** Expected beats that have come, right or wrong. */
    long arrived() {
        return arrivals.get();
    }

    boolean isComplete() {
        return arrived() == owed;
    }

    /** The account; for the thread that enters, or after it has ended. */
    Totals totals() {
        return new Totals(owed, seen, owed - arrived(), duplicate, different);
    }
}
