package org.rwave.ecg.monitor;

import java.util.List;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.rhythm.VitalSigns;

/** What the monitor has to say about the samples it was just given; each list in the order in which it was decided. */
public record Facts(List<ClassifiedBeat> beats, List<VitalSigns> vitals, List<AlarmEvent> alarms) {
    /** Nothing to say. */
    public static final Facts NONE = new Facts(List.of(), List.of(), List.of());

    public Facts {
        beats = List.copyOf(beats);
        vitals = List.copyOf(vitals);
        alarms = List.copyOf(alarms);
    }

    public boolean isEmpty() {
        return beats.isEmpty() && vitals.isEmpty() && alarms.isEmpty();
    }
}
