package org.rwave.ecg.alarm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rwave.ecg.alarm.AlarmCommand.Action;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * What people have done about the alarms of one patient. In: every alarm event of every source of the patient, and
 * commands, in the order in which they arrive. Out: for each event what is to be said along with it, for each command
 * the alarms that it changed.
 *
 * <p>A HIGH alarm whose condition ends unacknowledged latches: it stays until somebody acknowledges it. Others go with their
 * condition (IEC 60601-1-8, 6.10, latching and non-latching alarm signals). A command for the whole patient concerns the
 * alarms of that moment; one that begins later sounds again.
 *
 * <p>A repeated command changes nothing and states again the alarms that it was the last to change: whoever reads commands again
 * after a crash cannot lose what the first reading had to say; what a command has released is kept for that until
 * the next. Silence ends at an instant that the command alone decides; nothing is said then, and whoever sounds alarms goes
 * by its own clock.
 * Memory is bounded: active alarms (one a kind and source), at most {@value #MOST_LATCHED} latched ones (the oldest go
 * first), the last {@value #REMEMBERED} commands.
 */
public final class AttendedAlarms {
    static final int MOST_LATCHED = 32;
    static final int REMEMBERED = 32;

    private final Map<AlarmId, AttendedAlarm> alarms = new LinkedHashMap<>();
    private final Deque<Long> commands = new ArrayDeque<>();

    /** Takes note of {@code event} and gives what people have done about that alarm. */
    public Attention see(String sourceId, AlarmEvent event) {
        AlarmId id = AlarmId.of(sourceId, event);
        AttendedAlarm alarm = alarms.computeIfAbsent(id, newcomer -> new AttendedAlarm(sourceId, event));
        alarm.see(event);
        if (event.phase() == AlarmPhase.END) {
            boolean latches = event.priority() == AlarmPriority.HIGH
                    && alarm.attention().acknowledged().isEmpty();
            if (latches) {
                alarm.latch();
                forgetOldestLatched();
            } else {
                alarms.remove(id);
            }
        }
        return alarm.attention();
    }

    private void forgetOldestLatched() {
        long latched = alarms.values().stream()
                .filter(alarm -> alarm.attention().latched())
                .count();
        Iterator<AttendedAlarm> oldest = alarms.values().iterator();
        while (latched > MOST_LATCHED && oldest.hasNext()) {
            if (oldest.next().attention().latched()) {
                oldest.remove();
                latched--;
            }
        }
    }

    /**
     * Carries out {@code command}.
     *
     * @param sourceId the source that is being monitored; empty text for none
     * @param sample its latest sample, and {@code epochMicros} that sample's instant: where changes are said to be decided
     */
    public CommandAnswer apply(AlarmCommand command, String sourceId, long sample, long epochMicros) {
        long fingerprint = fingerprint(command.commandId());
        List<AttendedAlarm> changed = new ArrayList<>();
        boolean isRepeated = commands.contains(fingerprint);
        if (isRepeated) {
            alarms.values().stream()
                    .filter(alarm -> alarm.wasChangedBy(fingerprint))
                    .forEach(changed::add);
        } else {
            List<AttendedAlarm> concerned = concerned(command);
            if (concerned.isEmpty()) {
                return CommandAnswer.refused("unknown-alarm", nothingConcerned(command));
            }
            for (AttendedAlarm alarm : concerned) {
                if (carryOut(command, alarm, fingerprint)) {
                    changed.add(alarm);
                }
            }
            if (changed.isEmpty()) {
                return CommandAnswer.refused("superseded", "a later command has silenced what this one would");
            }
            remember(fingerprint);
            alarms.values().removeIf(alarm -> isReleased(alarm) && !alarm.wasChangedBy(fingerprint));
        }
        List<CommandAnswer.Stated> stated = changed.stream()
                .map(alarm -> alarm.stated(sourceId, sample, epochMicros, message(command)))
                .toList();
        return new CommandAnswer(stated, isRepeated, Optional.empty());
    }

    private List<AttendedAlarm> concerned(AlarmCommand command) {
        return command.alarm().isEmpty()
                ? alarms.values().stream().filter(alarm -> !isReleased(alarm)).toList()
                : command.alarm().map(alarms::get).filter(alarm -> !isReleased(alarm)).stream()
                        .toList();
    }

    private static String nothingConcerned(AlarmCommand command) {
        return command.alarm().isEmpty()
                ? "the patient has no alarm, active or latched"
                : "this alarm is neither active nor latched: it has ended and was acknowledged or needed no acknowledgement,"
                        + " or there never was one with this id";
    }

    private static boolean carryOut(AlarmCommand command, AttendedAlarm alarm, long fingerprint) {
        Attention before = alarm.attention();
        if (command.action() == Action.ACKNOWLEDGE) {
            alarm.attend(before.acknowledgedBy(command.by(), command.issuedAtEpochMicros()), fingerprint);
            return true;
        }
        if (!alarm.takesSilence(command.issuedAtEpochMicros())) {
            return false;
        }
        long until = command.issuedAtEpochMicros() + command.silenceMicros();
        alarm.attend(before.silencedBy(command.by(), until), fingerprint);
        return true;
    }

    private static boolean isReleased(AttendedAlarm alarm) {
        return alarm.hasEnded() && !alarm.attention().latched();
    }

    /**
     * The patient leaves: forgets everything, and states of each alarm that is latched that it is so no more, since nobody can
     * acknowledge it from now on and whoever shows it would show it for ever.
     *
     * @param reason why, for instance {@code no longer monitored}
     */
    public List<CommandAnswer.Stated> discharge(String reason) {
        List<CommandAnswer.Stated> stated = new ArrayList<>();
        for (AttendedAlarm alarm : alarms.values()) {
            if (alarm.attention().latched()) {
                alarm.release();
                stated.add(alarm.stated("", 0, 0, "nobody has acknowledged it; " + reason));
            }
        }
        alarms.clear();
        commands.clear();
        return List.copyOf(stated);
    }

    private static String message(AlarmCommand command) {
        return command.action() == Action.ACKNOWLEDGE
                ? "acknowledged by " + command.by()
                : "silenced for " + Claim.seconds(command.silenceMicros()) + " by " + command.by();
    }

    private void remember(long fingerprint) {
        commands.addLast(fingerprint);
        if (commands.size() > REMEMBERED) {
            commands.removeFirst();
        }
    }

    /** 64-bit FNV-1a (Fowler, Noll, Vo): among the few commands of one patient no two are alike by chance. */
    private static long fingerprint(String commandId) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : commandId.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    /** Writes the state: two bytes while there is no alarm and never was a command. */
    public void save(SnapshotWriter out) {
        out.putByte(alarms.size());
        alarms.values().forEach(alarm -> alarm.save(out));
        out.putByte(commands.size());
        commands.forEach(out::putLong);
    }

    /** Continues from what {@link #save} wrote. */
    public static AttendedAlarms load(SnapshotReader in) {
        AttendedAlarms attended = new AttendedAlarms();
        for (int left = in.getByte(); left > 0; left--) {
            AttendedAlarm alarm = AttendedAlarm.load(in);
            attended.alarms.put(alarm.id(), alarm);
        }
        for (int left = in.getByte(); left > 0; left--) {
            attended.commands.addLast(in.getLong());
        }
        return attended;
    }
}
