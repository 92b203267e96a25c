package org.rwave.schemas.serde;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.schemas.feed.FeedId;

/**
 * The headers of the streams seen lately: a table of fixed size in which a newcomer replaces whoever has its place, so
 * memory is bounded and a collision only costs a decoding. Threads may race for a place: headers are immutable, and
 * any of them is right.
 */
final class StreamHeaders {
    private static final VarHandle LITTLE_ENDIAN_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4). */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private static final int PLACES = 1 << 15;

    private final StreamHeader[] places = new StreamHeader[PLACES];

    /** The header in {@code data} from {@code from} to {@code to}. */
    StreamHeader of(byte[] data, int from, int to) {
        int place = place(hash(data, from, to));
        StreamHeader known = places[place];
        if (known != null && known.matches(data, from, to)) {
            return known;
        }
        StreamHeader newcomer = StreamHeader.decode(data, from, to);
        places[place] = newcomer;
        return newcomer;
    }

    /** The header with these values. */
    StreamHeader of(FeedId feed, SamplingRate rate, List<Lead> leads) {
        int place = place(feed.hashCode());
        StreamHeader known = places[place];
        if (known != null && known.matches(feed, rate, leads)) {
            return known;
        }
        StreamHeader newcomer = StreamHeader.encode(feed, rate, leads);
        places[place] = newcomer;
        return newcomer;
    }

    private static int place(long hash) {
        return (int) ((hash * MULTIPLIER) >>> 49); // the top bits are the best mixed
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
