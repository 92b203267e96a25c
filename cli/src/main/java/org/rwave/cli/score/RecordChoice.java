package org.rwave.cli.score;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rwave.cli.CommandFailed;

/**
 * Which records are scored.
 *
 * @param scored annotated by both, in order of name
 * @param withoutTest annotated by the reference alone
 * @param withoutReference annotated by the test alone
 */
record RecordChoice(List<String> scored, List<String> withoutTest, List<String> withoutReference) {
    /**
     * Chooses from {@code folders}.
     *
     * @param wanted the records to score; empty for all
     * @param except records to leave out
     * @throws CommandFailed when a wanted record is missing on either side or nothing is left to score
     */
    static RecordChoice of(AnnotationFolders folders, Collection<String> wanted, Collection<String> except)
            throws IOException {
        Set<String> reference = folders.referenceRecords();
        Set<String> test = folders.testRecords();
        Set<String> asked = new TreeSet<>(wanted);
        if (asked.isEmpty()) {
            asked.addAll(reference);
            asked.addAll(test);
        }
        asked.removeAll(except);
        RecordChoice choice = new RecordChoice(
                asked.stream()
                        .filter(record -> reference.contains(record) && test.contains(record))
                        .toList(),
                asked.stream().filter(record -> !test.contains(record)).toList(),
                asked.stream().filter(record -> !reference.contains(record)).toList());
        boolean isIncomplete = !choice.withoutTest.isEmpty() || !choice.withoutReference.isEmpty();
        if (!wanted.isEmpty() && isIncomplete) {
            throw new CommandFailed(String.join("; ", choice.notes(folders)));
        }
        if (choice.scored.isEmpty()) {
            throw new CommandFailed("no record has both ." + folders.referenceAnnotator() + " in " + folders.reference()
                    + " and ." + folders.testAnnotator() + " in " + folders.test());
        }
        return choice;
    }

    /** A line about the records that each side lacks. */
    List<String> notes(AnnotationFolders folders) {
        List<String> notes = new ArrayList<>();
        if (!withoutTest.isEmpty()) {
            notes.add(missing(folders.testAnnotator(), folders.test().toString(), withoutTest));
        }
        if (!withoutReference.isEmpty()) {
            notes.add(missing(folders.referenceAnnotator(), folders.reference().toString(), withoutReference));
        }
        return notes;
    }

    private static String missing(String annotator, String folder, List<String> records) {
        return "no ." + annotator + " in " + folder + " for " + records.size()
                + (records.size() == 1 ? " record: " : " records: ") + String.join(", ", records);
    }
}
