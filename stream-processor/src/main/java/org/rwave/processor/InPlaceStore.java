package org.rwave.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A store in memory that copies values into arrays of its own and writes over them. Kafka Streams' own keeps the array that
 * it is given: with values of seconds' or minutes' life, such as snapshots, each then grows old before it is garbage, and the old
 * generation fills with them (5,000 patients: 3 MB a second) until the whole heap has to be collected. One thread at a time.
 */
final class InPlaceStore implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final NavigableMap<Bytes, Value> values = new TreeMap<>();
    private boolean isOpen;

    private static final class Value {
        private static final int STEP = 128;

        private byte[] array = {};
        private int length;

        void set(byte[] bytes) {
            if (bytes.length > array.length) {
                array = new byte[(bytes.length / STEP + 1) * STEP];
            }
            System.arraycopy(bytes, 0, array, 0, bytes.length);
            length = bytes.length;
        }

        byte[] copy() {
            return Arrays.copyOf(array, length);
        }
    }

    private InPlaceStore(String name) {
        this.name = name;
    }

    /** Makes such stores of the name {@code name}, one a task. */
    static KeyValueBytesStoreSupplier supplier(String name) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new InPlaceStore(name);
            }

            @Override
            public String metricsScope() {
                return "in-memory";
            }
        };
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> put(Bytes.wrap(key), value));
        isOpen = true;
    }

    /** Of no query: what is read here is read by the task itself. */
    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    @Override
    public void put(Bytes key, byte[] value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.computeIfAbsent(key, added -> new Value()).set(value);
        }
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        byte[] present = get(key);
        if (present == null) {
            put(key, value);
        }
        return present;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte[] delete(Bytes key) {
        Value removed = values.remove(key);
        return removed == null ? null : removed.copy();
    }

    @Override
    public byte[] get(Bytes key) {
        Value value = values.get(key);
        return value == null ? null : value.copy();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        NavigableMap<Bytes, Value> left = from == null ? values : values.tailMap(from, true);
        return new Copies(to == null ? left : left.headMap(to, true));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Copies(values);
    }

    /** Entries as they were when this began; a value as it is when it is asked for. */
    private static final class Copies implements KeyValueIterator<Bytes, byte[]> {
        private final Iterator<Map.Entry<Bytes, Value>> entries;
        private Map.Entry<Bytes, Value> next;

        Copies(NavigableMap<Bytes, Value> map) {
            entries = new ArrayList<>(map.entrySet()).iterator();
            advance();
        }

        private void advance() {
            next = entries.hasNext() ? entries.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Bytes peekNextKey() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            return next.getKey();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            KeyValue<Bytes, byte[]> entry =
                    KeyValue.pair(peekNextKey(), next.getValue().copy());
            advance();
            return entry;
        }

        @Override
        public void close() {
            // holds nothing that must be given back
        }
    }

    @Override
    public long approximateNumEntries() {
        return values.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() {
        values.clear();
        isOpen = false;
    }
}
