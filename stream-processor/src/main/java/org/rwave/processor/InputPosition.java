package org.rwave.processor;

/**
 * The last record of each input topic that counts, within the partition of one task.
 *
 * @param waveformOffset offset in the waveform topic, {@link #NONE} before the first record
 * @param referenceOffset offset in the reference topic, {@link #NONE} before the first record
 */
record InputPosition(long waveformOffset, long referenceOffset) {
    static final long NONE = -1;

    /** Whether this position includes a record that is still to come for a reader that begins with {@code first}. */
    boolean isAheadOf(FirstRecords first) {
        return waveformOffset >= first.waveformOffset() || referenceOffset >= first.referenceOffset();
    }
}
