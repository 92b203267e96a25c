package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rwave.processor.SnapshotStore.Slots;

class SnapshotStoreTest {
    private final Bench bench = new Bench();
    private final SnapshotStore store = new SnapshotStore(bench.snapshots(), true);
    private final Slots slots = new Slots();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void the_newest_that_is_not_ahead_of_the_first_record_is_used() {
        write(10);
        store.committed();
        write(20);
        store.committed();

        assertThat(offsetFor(21)).isEqualTo(20);
        assertThat(offsetFor(20)).isEqualTo(10);
    }

    @Test
    void the_last_committed_one_survives_any_number_of_failed_commits() {
        write(10);
        store.committed();
        for (int attempt = 1; attempt <= 20; attempt++) {
            write(10 + attempt);
        }

        assertThat(offsetFor(11)).isEqualTo(10);
    }

    @Test
    void one_whose_commit_may_have_succeeded_unnoticed_survives_the_next_attempt() {
        write(10);
        store.committed();
        write(20);
        write(30);

        assertThat(offsetFor(21)).isEqualTo(20);
    }

    @Test
    void an_early_one_counts_only_with_its_tail() {
        write(10);
        store.committed();
        writeEarly(20);

        assertThat(store.newestNotAheadOf(FirstRecords.NONE_YET, "p#1")
                        .orElseThrow()
                        .snapshot()
                        .position()
                        .waveformOffset())
                .isEqualTo(10);
    }

    @Test
    void the_tail_of_another_one_in_the_same_slot_counts_for_nothing() {
        writeEarly(20);
        store.complete("p#1", slots, new SnapshotTail());
        byte[] tail = bench.snapshots().get("p#1#0+");
        store.delete("p#1");
        writeEarly(21);
        bench.snapshots().put("p#1#1+", tail);
        bench.snapshots().put("p#1#0+", tail);

        assertThat(store.newestNotAheadOf(FirstRecords.NONE_YET, "p#1")).isEmpty();
    }

    @Test
    void the_last_committed_one_survives_early_ones_that_were_written_whole_after_all_while_commits_fail() {
        write(10);
        store.committed();
        for (int attempt = 1; attempt <= 6; attempt++) {
            writeEarly(10 + 2 * attempt);
            write(11 + 2 * attempt);
        }

        assertThat(offsetFor(11)).isEqualTo(10);
        assertThat(bench.snapshots().approximateNumEntries()).isLessThanOrEqualTo(7);
    }

    @Test
    void a_position_from_before_everything_has_none() {
        write(10);
        store.committed();

        assertThat(store.newestNotAheadOf(new FirstRecords(3, FirstRecords.UNREAD), "p#1"))
                .isEmpty();
        assertThat(bench.snapshots().approximateNumEntries()).isZero();
    }

    @Test
    void of_two_at_the_same_offset_the_later_one_is_used() {
        store.write("p#1", slots, new InputPosition(10, InputPosition.NONE), out -> out.putByte(1));
        store.committed();
        store.write("p#1", slots, new InputPosition(10, InputPosition.NONE), out -> out.putByte(2));

        assertThat(store.newestNotAheadOf(new FirstRecords(11, FirstRecords.UNREAD), "p#1")
                        .orElseThrow()
                        .snapshot()
                        .state())
                .containsExactly(2);
    }

    @Test
    void patients_are_told_apart_whatever_their_ids() {
        write(10);
        store.write("p", new Slots(), new InputPosition(5, InputPosition.NONE), out -> out.putByte(0));

        assertThat(store.patientIds()).containsExactly("p", "p#1");
        store.delete("p");
        assertThat(store.patientIds()).containsExactly("p#1");
    }

    private void write(long offset) {
        store.write("p#1", slots, new InputPosition(offset, InputPosition.NONE), out -> out.putByte((int) offset));
    }

    private void writeEarly(long offset) {
        store.writeEarly("p#1", slots, new InputPosition(offset, InputPosition.NONE), out -> out.putByte((int) offset));
    }

    private long offsetFor(long firstRecord) {
        return store.newestNotAheadOf(new FirstRecords(firstRecord, FirstRecords.UNREAD), "p#1")
                .orElseThrow()
                .snapshot()
                .position()
                .waveformOffset();
    }
}
