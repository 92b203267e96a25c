package org.rwave.ecg.recording;

import java.util.stream.IntStream;

/**
 * The header of an EDF file.
 *
 * @param record the file as a record whose frames are data records
 * @param secondsPerRecord duration of a data record; 0 in a file of annotations alone
 */
record EdfHeader(RecordHeader record, double secondsPerRecord) {

    /** The signals that are no annotations. */
    int[] sampled() {
        return IntStream.range(0, record.signals().size())
                .filter(i ->
                        !EdfHeaderParser.isAnnotations(record.signals().get(i).name()))
                .toArray();
    }

    /**
     * Points per data record at which all signals are given. At frame resolution that is the greatest number that
     * divides every signal's, so that all are averaged evenly; at full resolution the highest.
     */
    int points(Resolution resolution) {
        IntStream counts =
                IntStream.of(sampled()).map(i -> record.signals().get(i).samplesPerFrame());
        return resolution == Resolution.FULL
                ? counts.max().orElse(1)
                : counts.reduce(EdfHeader::greatestCommonDivisor).orElse(1);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
