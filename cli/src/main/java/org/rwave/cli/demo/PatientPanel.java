package org.rwave.cli.demo;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.rhythm.VitalSigns;

/** What the ward screen knows of one patient. */
final class PatientPanel {
    private final String patientId;
    private final Map<BeatClass, Long> beats = new EnumMap<>(BeatClass.class);
    private final Map<String, AlarmEvent> activeAlarms = new LinkedHashMap<>();
    private final LiveAgreement agreement = new LiveAgreement();
    private VitalSigns vitals;
    private double samplesPerSecond = 360;

    PatientPanel(String patientId) {
        this.patientId = patientId;
    }

    void beat(ClassifiedBeat beat) {
        if (beat.revision() > 0) {
            beats.merge(beat.beatClass(), 1L, Long::sum);
            agreement.classified(beat.sampleIndex(), beat.beatClass(), samplesPerSecond);
        }
    }

    /** Also learns the sampling rate, which vital signs do not name, from two of them. */
    void vitals(VitalSigns next) {
        if (vitals != null && next.epochMicros() > vitals.epochMicros()) {
            double seconds = (next.epochMicros() - vitals.epochMicros()) / 1e6;
            samplesPerSecond = (next.sampleIndex() - vitals.sampleIndex()) / seconds;
        }
        vitals = next;
    }

    void alarm(AlarmEvent event) {
        String identity = event.kind() + "@" + event.onsetSampleIndex();
        if (event.phase() == AlarmPhase.END) {
            activeAlarms.remove(identity);
        } else {
            activeAlarms.put(identity, event);
        }
    }

    void reference(long sampleIndex, BeatClass beatClass) {
        agreement.reference(sampleIndex, beatClass);
    }

    String patientId() {
        return patientId;
    }

    long beats(BeatClass beatClass) {
        return beats.getOrDefault(beatClass, 0L);
    }

    long totalBeats() {
        return beats.values().stream().mapToLong(Long::longValue).sum();
    }

    LiveAgreement agreement() {
        return agreement;
    }

    /** The latest vital signs; null before the first. */
    VitalSigns vitals() {
        return vitals;
    }

    /** The most urgent active alarm, of equals the latest; null when there is none. */
    AlarmEvent worstAlarm() {
        AlarmEvent worst = null;
        for (AlarmEvent alarm : activeAlarms.values()) {
            if (worst == null || alarm.priority().compareTo(worst.priority()) >= 0) {
                worst = alarm;
            }
        }
        return worst;
    }
}
