package org.rwave.processor;

/**
 * The first record that a task has read of each input topic since the partitions were assigned to it: where the group's
 * committed offsets stood.
 *
 * @param waveformOffset offset in the waveform topic, {@link #UNREAD} while nothing came
 * @param referenceOffset offset in the reference topic, {@link #UNREAD} while nothing came
 */
record FirstRecords(long waveformOffset, long referenceOffset) {
    static final long UNREAD = Long.MAX_VALUE;

    static final FirstRecords NONE_YET = new FirstRecords(UNREAD, UNREAD);

    /** Takes note of a waveform record; only the first one counts. */
    FirstRecords sawWaveform(long offset) {
        return waveformOffset == UNREAD ? new FirstRecords(offset, referenceOffset) : this;
    }

    /** Takes note of a reference record; only the first one counts. */
    FirstRecords sawReference(long offset) {
        return referenceOffset == UNREAD ? new FirstRecords(waveformOffset, offset) : this;
    }
}
