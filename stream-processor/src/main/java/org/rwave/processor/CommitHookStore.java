package org.rwave.processor;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Not a store but a way to be called before a commit, for which Kafka Streams 4.3 has no other public means: {@code
 * StateStore.commit} comes after the offsets were committed, and a punctuation is not tied to commits at all (those of
 * a rebalance or a shutdown come without one).
 *
 * <p>It works like this. The processor puts a mark into the store built here, which has Streams' record cache in front.
 * Streams writes its caches out before it commits the task's offsets, always; the mark then arrives in {@link #put},
 * which calls the task's hook. A mark that is evicted early only means a call too many. See ADR 20.
 */
final class CommitHookStore implements KeyValueStore<Bytes, byte[]> {
    private static final String MARK = "processed-since-last-commit";

    private final KeyValueStore<Bytes, byte[]> marks;
    private final CommitHooks hooks;
    private TaskId task;

    private CommitHookStore(KeyValueStore<Bytes, byte[]> marks, CommitHooks hooks) {
        this.marks = marks;
        this.hooks = hooks;
    }

    /** The store to add to the topology under {@code name}. */
    static StoreBuilder<KeyValueStore<String, byte[]>> builder(String name, CommitHooks hooks) {
        KeyValueBytesStoreSupplier inMemory = Stores.inMemoryKeyValueStore(name);
        KeyValueBytesStoreSupplier supplier = new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new CommitHookStore(inMemory.get(), hooks);
            }

            @Override
            public String metricsScope() {
                return inMemory.metricsScope();
            }
        };
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .withCachingEnabled();
    }

    /** Asks for a call before the next commit. */
    static void mark(KeyValueStore<String, byte[]> store) {
        store.put(MARK, new byte[0]);
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        task = context.taskId();
        marks.init(context, root);
    }

    @Override
    public void put(Bytes key, byte[] value) {
        hooks.of(task).beforeCommit();
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        hooks.of(task).afterCommit();
    }

    @Override
    public String name() {
        return marks.name();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return marks.isOpen();
    }

    @Override
    public void close() {
        marks.close();
    }

    // The rest of the interface: nothing is ever kept.

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        put(key, value);
        return null;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte[] delete(Bytes key) {
        return null;
    }

    @Override
    public byte[] get(Bytes key) {
        return null;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return marks.range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return marks.all();
    }

    @Override
    public long approximateNumEntries() {
        return 0;
    }
}
