package org.rwave.processor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.alarm.AlarmPriority;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * The technical alarm that nothing arrives: the only thing that the wall clock decides. It begins at the last sample
 * that came, so that the same silence always has the same onset; it says nothing about the signal and never touches
 * the patient's monitor.
 */
final class NoDataAlarm {
    private static final String RULE = "no-data-1";
    private static final long NOT_RAISED = -1;

    private long onsetSampleIndex = NOT_RAISED;
    private long onsetEpochMicros;
    private AlarmPriority priority = AlarmKind.NO_DATA.priority();

    boolean isRaised() {
        return onsetSampleIndex != NOT_RAISED;
    }

    /** Raises the alarm: nothing came for {@code silence} after the given last sample. */
    AlarmEvent raise(long lastSampleIndex, long lastSampleEpochMicros, Duration silence, AlarmPriority atPriority) {
        priority = atPriority;
        onsetSampleIndex = lastSampleIndex;
        onsetEpochMicros = lastSampleEpochMicros;
        long decidedEpochMicros = onsetEpochMicros + silence.toNanos() / 1000;
        return event(
                AlarmPhase.START, onsetSampleIndex, decidedEpochMicros, "no data for " + silence.toSeconds() + " s");
    }

    /** Ends the alarm if it is raised; {@code sampleIndex} not before the onset. */
    Optional<AlarmEvent> end(long sampleIndex, long epochMicros, String message) {
        if (!isRaised()) {
            return Optional.empty();
        }
        AlarmEvent end = event(AlarmPhase.END, Math.max(sampleIndex, onsetSampleIndex), epochMicros, message);
        onsetSampleIndex = NOT_RAISED;
        return Optional.of(end);
    }

    private AlarmEvent event(AlarmPhase phase, long atSampleIndex, long atEpochMicros, String message) {
        return new AlarmEvent(
                AlarmKind.NO_DATA,
                priority,
                phase,
                onsetSampleIndex,
                onsetEpochMicros,
                atSampleIndex,
                atEpochMicros,
                message,
                List.of(),
                RULE);
    }

    void writeTo(SnapshotWriter out) {
        out.putLong(onsetSampleIndex).putLong(onsetEpochMicros).putByte(priority.ordinal());
    }

    static NoDataAlarm readFrom(SnapshotReader in) {
        NoDataAlarm alarm = new NoDataAlarm();
        alarm.onsetSampleIndex = in.getLong();
        alarm.onsetEpochMicros = in.getLong();
        alarm.priority = AlarmPriority.values()[in.getByte()];
        return alarm;
    }
}
