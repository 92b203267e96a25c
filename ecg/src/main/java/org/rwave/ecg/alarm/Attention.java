package org.rwave.ecg.alarm;

import java.util.Optional;
import java.util.OptionalLong;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * What people have done about one alarm so far.
 *
 * @param acknowledged who has taken note first, and when by the sender's clock
 * @param silenced who has silenced it last, and until when
 * @param latched the condition is over, but nobody has acknowledged it
 */
public record Attention(Optional<By> acknowledged, Optional<By> silenced, boolean latched) {
    /** Nobody has done anything. */
    public static final Attention NONE = new Attention(Optional.empty(), Optional.empty(), false);

    /** Somebody, and an instant. */
    public record By(String who, long epochMicros) {}

    Attention acknowledgedBy(String who, long atEpochMicros) {
        return acknowledged.isPresent()
                ? this
                : new Attention(Optional.of(new By(who, atEpochMicros)), silenced, false);
    }

    Attention silencedBy(String who, long untilEpochMicros) {
        return new Attention(acknowledged, Optional.of(new By(who, untilEpochMicros)), latched);
    }

    Attention latching() {
        return new Attention(acknowledged, silenced, true);
    }

    Attention released() {
        return new Attention(acknowledged, silenced, false);
    }

    /**
     * Whether it is to make no sound at that instant: somebody has acknowledged it, or a silence is in force. Silence ends by
     * itself; an alarm that is still active or latched then sounds again.
     */
    public boolean isSilentAt(long epochMicros) {
        return acknowledged.isPresent() || silencedUntilEpochMicros().orElse(Long.MIN_VALUE) > epochMicros;
    }

    /** When it will sound again; empty when nobody has silenced it. */
    public OptionalLong silencedUntilEpochMicros() {
        return silenced.map(by -> OptionalLong.of(by.epochMicros())).orElse(OptionalLong.empty());
    }

    void save(SnapshotWriter out) {
        save(acknowledged, out);
        save(silenced, out);
        out.putBoolean(latched);
    }

    static Attention load(SnapshotReader in) {
        return new Attention(loadBy(in), loadBy(in), in.getBoolean());
    }

    private static void save(Optional<By> by, SnapshotWriter out) {
        out.putBoolean(by.isPresent());
        by.ifPresent(present -> out.putString(present.who()).putLong(present.epochMicros()));
    }

    private static Optional<By> loadBy(SnapshotReader in) {
        return in.getBoolean() ? Optional.of(new By(in.getString(), in.getLong())) : Optional.empty();
    }
}
