package org.rwave.ecg.alarm;

import java.util.List;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** One alarm that is active or latched, what was stated of it last, and what people have done about it. */
final class AttendedAlarm {
    private final String sourceId;
    private AlarmEvent last;
    private Attention attention = Attention.NONE;
    private long lastCommand;
    private long lastSilenceIssuedAt = Long.MIN_VALUE;

    AttendedAlarm(String sourceId, AlarmEvent start) {
        this.sourceId = sourceId;
        see(start);
    }

    /** Keeps what it takes to state the alarm again. */
    void see(AlarmEvent event) {
        last = stated(event, event.atSampleIndex(), event.atEpochMicros(), "");
    }

    AlarmId id() {
        return AlarmId.of(sourceId, last);
    }

    /** Whether its condition is over. */
    boolean hasEnded() {
        return last.phase() == AlarmPhase.END;
    }

    Attention attention() {
        return attention;
    }

    /** @param command fingerprint of the command that did it */
    void attend(Attention changed, long command) {
        attention = changed;
        lastCommand = command;
    }

    void latch() {
        attention = attention.latching();
    }

    void release() {
        attention = attention.released();
    }

    boolean wasChangedBy(long command) {
        return lastCommand == command;
    }

    /** Whether a silence given at {@code issuedAt} is later than the one in force; it is in force then. */
    boolean takesSilence(long issuedAt) {
        if (issuedAt < lastSilenceIssuedAt) {
            return false;
        }
        lastSilenceIssuedAt = issuedAt;
        return true;
    }

    /** The alarm as it stands, at {@code sample} if that lies in its own source and is not before what was said last. */
    CommandAnswer.Stated stated(String currentSourceId, long sample, long epochMicros, String message) {
        boolean isLater = sourceId.equals(currentSourceId) && sample >= last.atSampleIndex();
        AlarmEvent event = stated(
                last,
                isLater ? sample : last.atSampleIndex(),
                isLater ? Math.max(epochMicros, last.atEpochMicros()) : last.atEpochMicros(),
                last.kind().title() + ": " + message);
        return new CommandAnswer.Stated(id(), event, attention);
    }

    private static AlarmEvent stated(AlarmEvent like, long sample, long epochMicros, String message) {
        return new AlarmEvent(
                like.kind(),
                like.priority(),
                like.phase() == AlarmPhase.END ? AlarmPhase.END : AlarmPhase.UPDATE,
                like.onsetSampleIndex(),
                like.onsetEpochMicros(),
                sample,
                epochMicros,
                message,
                List.of(),
                like.ruleVersion());
    }

    /** Some 80 bytes, and what people have written. */
    void save(SnapshotWriter out) {
        out.putString(sourceId)
                .putByte(last.kind().ordinal())
                .putByte(last.priority().ordinal());
        out.putBoolean(last.phase() == AlarmPhase.END);
        out.putLong(last.onsetSampleIndex()).putLong(last.onsetEpochMicros());
        out.putLong(last.atSampleIndex()).putLong(last.atEpochMicros()).putString(last.ruleVersion());
        attention.save(out);
        out.putLong(lastCommand).putLong(lastSilenceIssuedAt);
    }

    static AttendedAlarm load(SnapshotReader in) {
        String sourceId = in.getString();
        AlarmKind kind = AlarmKind.values()[in.getByte()];
        AlarmPriority priority = AlarmPriority.values()[in.getByte()];
        AlarmPhase phase = in.getBoolean() ? AlarmPhase.END : AlarmPhase.UPDATE;
        AlarmEvent last = new AlarmEvent(
                kind,
                priority,
                phase,
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                "",
                List.of(),
                in.getString());
        AttendedAlarm alarm = new AttendedAlarm(sourceId, last);
        alarm.attention = Attention.load(in);
        alarm.lastCommand = in.getLong();
        alarm.lastSilenceIssuedAt = in.getLong();
        return alarm;
    }
}
