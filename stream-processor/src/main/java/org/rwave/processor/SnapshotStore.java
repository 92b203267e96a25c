package org.rwave.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * The snapshots of all patients of one task, in Kafka Streams' store with its changelog.
 *
 * <p>A snapshot is written just before the offsets are committed that it stands for, or a little earlier and then
 * completed by a {@link SnapshotTail}. Under at-least-once the process can die in between; the changelog is then ahead of
 * the committed offsets, and a monitor resumed from it would take the records that are read again for repeated ones and
 * never state the facts that died with the process. So a snapshot never overwrites the last one whose commit is known to
 * have succeeded, nor one whose commit may have: it goes to another slot of the patient, {@code patient#0}, {@code
 * patient#1} and so on, its tail to {@code patient#0+}. Normally that is two slots in turn; more are used only while
 * commits fail and are tried again.
 */
final class SnapshotStore {
    private static final int SLOTS = 8;

    private final KeyValueStore<String, byte[]> store;
    private final boolean commitsAreConfirmed;
    private final SnapshotWriter scratch = new SnapshotWriter();
    private final List<Slots> unconfirmed = new ArrayList<>();

    /** Which slots of one patient must not be overwritten. */
    static final class Slots {
        private int needed;
        private int latest = -1;
        private long sequence;
        private long offset; // of the latest
        private boolean isIncomplete; // the latest is an early one without its tail, for which no commit stands
    }

    /**
     * A patient's newest usable snapshot.
     *
     * @param tail what the patient has still to take after it
     */
    record Found(StoredSnapshot snapshot, Optional<SnapshotTail> tail, Slots slots) {}

    /**
     * @param commitsAreConfirmed whether {@link #committed()} will be called after each commit; under exactly-once it is
     *     not, and need not be: changelog and offsets are committed as one
     */
    SnapshotStore(KeyValueStore<String, byte[]> store, boolean commitsAreConfirmed) {
        this.store = store;
        this.commitsAreConfirmed = commitsAreConfirmed;
    }

    /**
     * Writes the patient's snapshot for the commit that is about to come, {@code state} doing the writing, and returns its
     * size in bytes.
     */
    int write(String patientId, Slots slots, InputPosition position, Consumer<SnapshotWriter> state) {
        int size = put(patientId, slots, false, position, state);
        standsForNextCommit(slots);
        return size;
    }

    /** Like {@link #write}, but some time before the commit: it counts for nothing until {@link #complete}. */
    int writeEarly(String patientId, Slots slots, InputPosition position, Consumer<SnapshotWriter> state) {
        int size = put(patientId, slots, true, position, state);
        slots.isIncomplete = true;
        return size;
    }

    private int put(
            String patientId, Slots slots, boolean isEarly, InputPosition position, Consumer<SnapshotWriter> state) {
        if (!commitsAreConfirmed) {
            confirm(slots);
        }
        int free = Integer.numberOfTrailingZeros(~slots.needed);
        // All slots may be committed only if eight commits in a row went unanswered, each for a minute; Streams gives
        // up long before. Early calls, without a commit, may fill them too: the latest is then no commit's.
        int slot = slots.isIncomplete || free >= SLOTS ? slots.latest : free;
        byte[] bytes = StoredSnapshot.toBytes(scratch, isEarly, slots.sequence++, position, state);
        store.put(key(patientId, slot), bytes);
        slots.latest = slot;
        slots.offset = position.waveformOffset();
        slots.needed |= 1 << slot;
        slots.isIncomplete = false;
        return bytes.length;
    }

    /** Completes the patient's early snapshot for the commit that is about to come; returns the size in bytes. */
    int complete(String patientId, Slots slots, SnapshotTail tail) {
        byte[] bytes = tail.toBytes(scratch, slots.sequence - 1, slots.offset);
        store.put(tailKey(patientId, slots.latest), bytes);
        slots.isIncomplete = false;
        standsForNextCommit(slots);
        return bytes.length;
    }

    private void standsForNextCommit(Slots slots) {
        if (commitsAreConfirmed) {
            unconfirmed.add(slots);
        }
    }

    /** All that was written so far is now covered by committed offsets. */
    void committed() {
        unconfirmed.forEach(SnapshotStore::confirm);
        unconfirmed.clear();
    }

    private static void confirm(Slots slots) {
        slots.needed = slots.latest < 0 ? 0 : 1 << slots.latest;
    }

    /**
     * The patient's newest snapshot that is not ahead of {@code first}; those that are ahead or not complete are deleted.
     */
    Optional<Found> newestNotAheadOf(FirstRecords first, String patientId) {
        Slots slots = new Slots();
        Found newest = null;
        for (int slot = 0; slot < SLOTS; slot++) {
            byte[] bytes = store.get(key(patientId, slot));
            if (bytes == null) {
                continue;
            }
            StoredSnapshot snapshot = StoredSnapshot.of(bytes);
            Optional<SnapshotTail> tail = snapshot.isEarly() ? tailOf(snapshot, patientId, slot) : Optional.empty();
            boolean isIncomplete = snapshot.isEarly() && tail.isEmpty();
            if (isIncomplete || snapshot.position().isAheadOf(first)) {
                delete(patientId, slot); // with its tail: its number in the sequence will be given again
            } else if (newest == null || snapshot.sequence() > newest.snapshot().sequence()) {
                newest = new Found(snapshot, tail, slots);
                slots.latest = slot;
            }
        }
        if (newest == null) {
            return Optional.empty();
        }
        slots.sequence = newest.snapshot().sequence() + 1;
        confirm(slots);
        return Optional.of(newest);
    }

    private Optional<SnapshotTail> tailOf(StoredSnapshot snapshot, String patientId, int slot) {
        return Optional.ofNullable(store.get(tailKey(patientId, slot)))
                .flatMap(bytes -> SnapshotTail.of(bytes, snapshot));
    }

    /** Forgets the patient. */
    void delete(String patientId) {
        for (int slot = 0; slot < SLOTS; slot++) {
            delete(patientId, slot);
        }
    }

    private void delete(String patientId, int slot) {
        for (String key : List.of(key(patientId, slot), tailKey(patientId, slot))) {
            if (store.get(key) != null) {
                store.delete(key);
            }
        }
    }

    /** Everybody who has a snapshot, in order of id. */
    Set<String> patientIds() {
        Set<String> ids = new TreeSet<>();
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                if (!HeldCommands.isHeld(entry.key)) {
                    ids.add(entry.key.substring(0, entry.key.lastIndexOf('#')));
                }
            }
        }
        return ids;
    }

    private static String key(String patientId, int slot) {
        return patientId + '#' + slot;
    }

    private static String tailKey(String patientId, int slot) {
        return key(patientId, slot) + '+';
    }
}
