package org.rwave.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Commands that came before it was clear which snapshots to go on from (see {@link Patients#admitAll}): seldom any, and for
 * seconds. They lie in the store of the snapshots, so that they survive a crash although their offset may be committed
 * meanwhile. Their keys, {@code #offset}, are no patient's: a patient's id is never empty.
 */
final class HeldCommands {
    private static final String FIRST_KEY = "#";
    private static final String LAST_KEY = "#:"; // the colon comes after the nine

    private final KeyValueStore<String, byte[]> store;
    private final List<String> released = new ArrayList<>();
    private boolean isEmpty; // not before the store has been looked at
    private boolean isCommitted;

    HeldCommands(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Whether {@code key} of the store is one of these. */
    static boolean isHeld(String key) {
        return key.lastIndexOf('#') == 0;
    }

    /** Whether there is nothing to release. */
    boolean isEmpty() {
        return isEmpty;
    }

    void hold(InputRecord command) {
        SnapshotWriter out = new SnapshotWriter();
        command.writeTo(out);
        store.put(FIRST_KEY + String.format(Locale.ROOT, "%019d", command.offset()), out.toByteArray());
        isEmpty = false;
    }

    /**
     * Gives them back, in their order, to be carried out. They leave the store only when that has been committed: until then
     * a crash would bring back the snapshots from before. Carried out twice they change nothing.
     */
    List<InputRecord> release() {
        List<InputRecord> commands = new ArrayList<>();
        for (String key : held()) {
            commands.add(InputRecord.readFrom(new SnapshotReader(store.get(key))));
            released.add(key);
        }
        isEmpty = true;
        isCommitted = false;
        return commands;
    }

    /** Everything that was done so far has been committed. */
    void committed() {
        isCommitted = true;
    }

    /** Forgets those that have been carried out and committed; not to be called during a commit. */
    void deleteCommitted() {
        if (isCommitted && !released.isEmpty()) {
            released.forEach(store::delete);
            released.clear();
        }
    }

    private List<String> held() {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.range(FIRST_KEY, LAST_KEY)) {
            all.forEachRemaining(entry -> {
                if (isHeld(entry.key) && !released.contains(entry.key)) {
                    keys.add(entry.key);
                }
            });
        }
        return keys;
    }
}
