package org.rwave.cli.loadtest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.rwave.schemas.feed.FeedId;

/** The patients of a test: who plays which tape, and what is expected of them. Patients are numbered from 0. */
final class Ward {
    private static final String PREFIX = "load-";

    private final List<Tape> tapes;
    private final List<ExpectedBeats> expectedOfTape;
    private final List<FeedId> feeds = new ArrayList<>();

    /** {@code patients} who play the tapes in turn. */
    Ward(int patients, List<Tape> tapes, List<ExpectedBeats> expectedOfTape) {
        this.tapes = List.copyOf(tapes);
        this.expectedOfTape = List.copyOf(expectedOfTape);
        for (int patient = 0; patient < patients; patient++) {
            feeds.add(new FeedId(
                    PREFIX + (patient + 1), "load-test/" + tape(patient).name()));
        }
    }

    int patients() {
        return feeds.size();
    }

    Tape tape(int patient) {
        return tapes.get(patient % tapes.size());
    }

    ExpectedBeats expected(int patient) {
        return expectedOfTape.get(patient % tapes.size());
    }

    FeedId feed(int patient) {
        return feeds.get(patient);
    }

    /** The patient whose id this is, if it is one of these. */
    OptionalInt patientOf(String id) {
        int number = 0;
        for (int i = PREFIX.length(); i < id.length(); i++) {
            number = 10 * number + Character.digit(id.charAt(i), 10);
        }
        boolean isHere = number >= 1
                && number <= feeds.size()
                && feeds.get(number - 1).patientId().equals(id);
        return isHere ? OptionalInt.of(number - 1) : OptionalInt.empty();
    }

    Ledger newLedger() {
        List<ExpectedBeats> each = new ArrayList<>(patients());
        for (int patient = 0; patient < patients(); patient++) {
            each.add(expected(patient));
        }
        return new Ledger(each);
    }
}
