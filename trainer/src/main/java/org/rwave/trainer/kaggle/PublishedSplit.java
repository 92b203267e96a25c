package org.rwave.trainer.kaggle;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which beats are in the published {@code mitbih_test.csv}, in its order. The draw behind it could not be repeated (the
 * usual seeds of NumPy and Python were tried); the list was found by comparing all 109,446 derived rows with the
 * published ones, each of which agrees with exactly one of its class. A quarter as many as the training rows, drawn at
 * random within each class: patients overlap.
 */
final class PublishedSplit {
    /** Rows of the test file. */
    static final int TEST_ROWS = 21_892;

    /** Rows of both files. */
    static final int ALL_ROWS = 109_446;

    private static final String RESOURCE = "test-rows.bin";
    private static final int BYTES = 3;

    private final int[] testRows;

    private PublishedSplit(int[] testRows) {
        this.testRows = testRows;
    }

    /** Reads the list, numbers of three bytes, most significant first. */
    static PublishedSplit load() throws IOException {
        try (InputStream in = PublishedSplit.class.getResourceAsStream(RESOURCE)) {
            byte[] bytes = in.readAllBytes();
            int[] rows = new int[bytes.length / BYTES];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = ((bytes[BYTES * i] & 0xff) << 16)
                        | ((bytes[BYTES * i + 1] & 0xff) << 8)
                        | (bytes[BYTES * i + 2] & 0xff);
            }
            return new PublishedSplit(rows);
        }
    }

    /** The test file's rows, in its order; {@code all} has the beats of all records in order of record and time. */
    List<HeartbeatRow> test(List<HeartbeatRow> all) {
        List<HeartbeatRow> test = new ArrayList<>(testRows.length);
        for (int row : testRows) {
            test.add(all.get(row));
        }
        return test;
    }

    /** All others, by class and within it in their own order: that of the published file is not known. */
    List<HeartbeatRow> train(List<HeartbeatRow> all) {
        boolean[] isTest = new boolean[all.size()];
        for (int row : testRows) {
            isTest[row] = true;
        }
        List<HeartbeatRow> train = new ArrayList<>(all.size() - testRows.length);
        for (int i = 0; i < isTest.length; i++) {
            if (!isTest[i]) {
                train.add(all.get(i));
            }
        }
        train.sort(Comparator.comparingInt(HeartbeatRow::label));
        return train;
    }
}
