package org.rwave.cli.whatif;

import java.util.Map;
import java.util.TreeMap;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.alarm.AlarmPriority;

/** How many alarms of each kind and priority one patient had, under the settings before and after. */
final class PatientBurden {
    /** A kind at a priority; most urgent first, then in the order of the kinds. */
    record Alarm(AlarmPriority priority, AlarmKind kind) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            int byPriority = other.priority.compareTo(priority);
            return byPriority != 0 ? byPriority : kind.compareTo(other.kind);
        }
    }

    /** So many alarms began. */
    record Count(long before, long after) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(before + other.before, after + other.after);
        }
    }

    private final String patientId;
    private final Map<Alarm, Count> counts = new TreeMap<>();
    private double seconds;

    PatientBurden(String patientId) {
        this.patientId = patientId;
    }

    void before(AlarmEvent event) {
        count(event, new Count(1, 0));
    }

    void after(AlarmEvent event) {
        count(event, new Count(0, 1));
    }

    private void count(AlarmEvent event, Count one) {
        if (event.phase() == AlarmPhase.START) {
            counts.merge(new Alarm(event.priority(), event.kind()), one, Count::plus);
        }
    }

    /** @param recorded signal that was monitored */
    void lasted(double recorded) {
        seconds = recorded;
    }

    String patientId() {
        return patientId;
    }

    double seconds() {
        return seconds;
    }

    Map<Alarm, Count> counts() {
        return counts;
    }

    Count total() {
        return counts.values().stream().reduce(Count.NONE, Count::plus);
    }
}
