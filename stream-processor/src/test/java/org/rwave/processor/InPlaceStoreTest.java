package org.rwave.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class InPlaceStoreTest {
    private final KeyValueStore<Bytes, byte[]> store =
            InPlaceStore.supplier("store").get();

    @Test
    void keeps_a_copy_so_that_the_array_it_was_given_may_be_written_over() {
        byte[] given = bytes("one");
        store.put(key("a"), given);
        given[0] = 'X';

        assertThat(store.get(key("a"))).isEqualTo(bytes("one"));
    }

    @Test
    void gives_a_copy_so_that_later_values_do_not_change_what_was_read() {
        store.put(key("a"), bytes("one"));
        byte[] read = store.get(key("a"));
        store.put(key("a"), bytes("two"));

        assertThat(read).isEqualTo(bytes("one"));
    }

    @Test
    void takes_shorter_and_longer_values_over_an_older_one_exactly() {
        store.put(key("a"), bytes("middle"));
        store.put(key("a"), bytes("s"));
        assertThat(store.get(key("a"))).isEqualTo(bytes("s"));

        byte[] large = bytes("large ".repeat(1000));
        store.put(key("a"), large);
        assertThat(store.get(key("a"))).isEqualTo(large);
        store.put(key("a"), bytes(""));
        assertThat(store.get(key("a"))).isEmpty();
    }

    @Test
    void forgets_what_is_deleted_or_put_to_null_and_answers_with_what_was_there() {
        store.put(key("a"), bytes("one"));
        store.put(key("b"), bytes("two"));
        store.put(key("b"), null);

        assertThat(store.delete(key("a"))).isEqualTo(bytes("one"));
        assertThat(store.delete(key("a"))).isNull();
        assertThat(store.get(key("b"))).isNull();
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void puts_if_absent_only_then() {
        assertThat(store.putIfAbsent(key("a"), bytes("one"))).isNull();
        assertThat(store.putIfAbsent(key("a"), bytes("two"))).isEqualTo(bytes("one"));
        assertThat(store.get(key("a"))).isEqualTo(bytes("one"));
    }

    @Test
    void gives_ranges_in_order_of_keys_both_ends_included() {
        store.putAll(List.of(entry("c"), entry("a"), entry("d"), entry("b")));

        assertThat(keys(store.range(key("b"), key("c")))).containsExactly("b", "c");
        assertThat(keys(store.range(null, key("b")))).containsExactly("a", "b");
        assertThat(keys(store.range(key("c"), null))).containsExactly("c", "d");
        assertThat(keys(store.all())).containsExactly("a", "b", "c", "d");
    }

    @Test
    void may_be_changed_while_it_is_gone_through() {
        store.putAll(List.of(entry("a"), entry("b")));

        List<String> seen = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> {
                seen.add(entry.key.toString());
                store.delete(entry.key);
            });
        }

        assertThat(seen).containsExactly("a", "b");
        assertThat(keys(store.all())).isEmpty();
    }

    private static List<String> keys(KeyValueIterator<Bytes, byte[]> entries) {
        List<String> keys = new ArrayList<>();
        try (entries) {
            entries.forEachRemaining(entry -> keys.add(entry.key.toString()));
        }
        return keys;
    }

    private static KeyValue<Bytes, byte[]> entry(String key) {
        return KeyValue.pair(key(key), bytes(key));
    }

    private static Bytes key(String key) {
        return Bytes.wrap(bytes(key));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
