package org.rwave.ecg.monitor;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.alarm.AlarmEngine;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmSettings;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.beat.LikeBeat;
import org.rwave.ecg.fibrillation.Oscillation;
import org.rwave.ecg.rhythm.RhythmTracker;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** Steps 7 and 8: passes R peaks and beats to rhythm and alarms and gathers what they all state. */
final class FactCollector {
    private final RhythmTracker rhythm;
    private AlarmEngine alarmEngine;
    private final List<ClassifiedBeat> beats = new ArrayList<>();
    private final List<VitalSigns> vitals = new ArrayList<>();
    private final List<AlarmEvent> alarms = new ArrayList<>();
    private final BeatDelays delays;
    private int beatsPassedOn;

    FactCollector(MonitorSettings settings, SamplingRate rate, BeatDelays delays) {
        this.delays = delays;
        rhythm = new RhythmTracker(settings.alarms().rhythmLimits(), rate);
        alarmEngine = new AlarmEngine(settings.alarms(), rate);
    }

    /** @param lowQuality no lead is better than noisy there */
    void rPeak(long sourceSample, boolean lowQuality, TimeAnchor anchor) {
        rhythm.rPeak(sourceSample);
        alarms.addAll(alarmEngine.rPeak(sourceSample, lowQuality, anchor));
    }

    /** The wave up to {@code sourceSample} has been looked at. */
    void wave(Oscillation wave, long sourceSample, TimeAnchor anchor) {
        rhythm.wave(wave, sourceSample);
        alarms.addAll(alarmEngine.wave(wave, sourceSample, anchor));
    }

    /** Where the signal path puts decided beats; {@link #passBeatsOn} follows. */
    List<ClassifiedBeat> beats() {
        return beats;
    }

    /** Returns whether one of them was final. */
    boolean passBeatsOn(TimeAnchor anchor) {
        boolean anyFinal = false;
        for (; beatsPassedOn < beats.size(); beatsPassedOn++) {
            ClassifiedBeat beat = beats.get(beatsPassedOn);
            if (beat.revision() > 0) {
                delays.decided(beat.sampleIndex());
                rhythm.beat(beat);
                alarms.addAll(alarmEngine.beat(beat, anchor));
                anyFinal = true;
            }
        }
        return anyFinal;
    }

    /** The beat behind the last final one, whose own class is still open. */
    void follower(LikeBeat beat, TimeAnchor anchor) {
        alarms.addAll(alarmEngine.follower(beat, anchor));
    }

    void tick(long sample, TimeAnchor anchor, List<LeadStatus> statuses, boolean monitoring) {
        alarms.addAll(alarmEngine.tick(sample, anchor, statuses, monitoring));
    }

    void vitals(long sample, TimeAnchor anchor, List<LeadStatus> statuses, boolean monitoring) {
        vitals.add(rhythm.vitalsAt(sample, anchor, statuses, monitoring));
    }

    void gap(long fromSample, long toSample, TimeAnchor anchor) {
        rhythm.gap();
        alarms.addAll(alarmEngine.gap(fromSample, toSample, anchor));
    }

    void finish(long sample, TimeAnchor anchor) {
        alarms.addAll(alarmEngine.finish(sample, anchor));
    }

    void changeAlarms(AlarmSettings settings) {
        alarmEngine = alarmEngine.under(settings);
        rhythm.change(settings.rhythmLimits());
    }

    /** Everything gathered since the last call. */
    Facts take() {
        if (beats.isEmpty() && vitals.isEmpty() && alarms.isEmpty()) {
            return Facts.NONE;
        }
        Facts facts = new Facts(beats, vitals, alarms);
        beats.clear();
        vitals.clear();
        alarms.clear();
        beatsPassedOn = 0;
        return facts;
    }

    void save(SnapshotWriter out) {
        rhythm.save(out);
        alarmEngine.save(out);
    }

    void load(SnapshotReader in) {
        rhythm.load(in);
        alarmEngine.load(in);
    }
}
