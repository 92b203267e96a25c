package org.rwave.schemas.serde;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.schemas.feed.FeedId;

/**
 * The headers of the streams seen lately: a table of fixed size in which a newcomer replaces somebody in its place, so
 * memory is bounded and a collision only costs a decoding. Threads may race for a place: headers are immutable, and
 * any of them is right.
 */
final class StreamHeaders {
    private static final VarHandle LITTLE_ENDIAN_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4). */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private static final int PLACE_BITS = 17;

    /** So many streams share a place; with 30,000 streams one in 300 finds none (100,000: one in nine). */
    private static final int WAYS = 4;

    private final StreamHeader[] places = new StreamHeader[1 << PLACE_BITS];

    /** The header in {@code data} from {@code from} to {@code to}. */
    StreamHeader of(byte[] data, int from, int to) {
        long hash = hash(data, from, to);
        int set = set(hash);
        for (int way = set; way < set + WAYS; way++) {
            StreamHeader known = places[way];
            if (known != null && known.matches(data, from, to)) {
                return known;
            }
        }
        return keep(StreamHeader.decode(data, from, to), set, hash);
    }

    /** The header with these values. */
    StreamHeader of(FeedId feed, SamplingRate rate, List<Lead> leads) {
        int hash = feed.hashCode();
        int set = set(hash);
        for (int way = set; way < set + WAYS; way++) {
            StreamHeader known = places[way];
            if (known != null && known.matches(feed, rate, leads)) {
                return known;
            }
        }
        return keep(StreamHeader.encode(feed, rate, leads), set, hash);
    }

    /** In a free place of the set, else in one that its own hash chooses. */
    private StreamHeader keep(StreamHeader newcomer, int set, long hash) {
        int place = set + (int) (hash & (WAYS - 1));
        for (int way = set; way < set + WAYS; way++) {
            if (places[way] == null) {
                place = way;
                break;
            }
        }
        places[place] = newcomer;
        return newcomer;
    }

    private static int set(long hash) {
        int place = (int) ((hash * MULTIPLIER) >>> (Long.SIZE - PLACE_BITS)); // the top bits are the best mixed
        return place & -WAYS;
    }

    private static long hash(byte[] data, int from, int to) {
        long hash = 0;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            hash = (hash ^ (long) LITTLE_ENDIAN_LONG.get(data, at)) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        for (; at < to; at++) {
            hash = (hash ^ data[at]) * MULTIPLIER;
        }
        return hash ^ (hash >>> 32);
    }
}
