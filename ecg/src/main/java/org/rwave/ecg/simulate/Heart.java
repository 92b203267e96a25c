package org.rwave.ecg.simulate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.rwave.ecg.recording.AnnotationCode;

/**
 * The simulated heart: knows when it last beat and when its base rhythm is due, and states events in order of time. The
 * steps of a scenario drive it. Memory: the events of one step's turn.
 */
final class Heart {
    /** The ventricles answer to nothing sooner after a beat. */
    private static final double REFRACTORY_SECONDS = 0.3;

    /** A rhythm's annotation stands this long before its first beat. */
    private static final double RHYTHM_LEAD_SECONDS = 0.1;

    /** Share of a change of RR that QT follows in one beat: full adaptation takes minutes in life, here seconds. */
    private static final double QT_ADAPTATION = 0.15;

    private final Morphology morphology;
    private final VentricularMorphology ventricular;
    private final AutonomicTone tone;
    private final Randomness random;
    private final PatientProfile profile;
    private final boolean leftFormDominates;
    private final Deque<HeartEvent> events = new ArrayDeque<>();

    private BaseRhythm base = BaseRhythm.sinus(70, 70);
    private double meanRrSeconds = base.startRrSeconds();
    private double adaptedRrSeconds = meanRrSeconds;
    private String announcedRhythm = "";
    private AtrialActivity atria = AtrialActivity.ORDERED;
    private double cursorSeconds;
    private double lastBeatSeconds;
    private double dueSeconds;
    private double sinusTickSeconds = Double.POSITIVE_INFINITY;
    private boolean interrupted;
    private boolean chaotic;
    private Optional<ConductionHabit> habit = Optional.empty();
    private boolean detouring;

    Heart(PatientProfile profile, AutonomicTone tone, Randomness random) {
        this.profile = profile;
        this.tone = tone;
        this.random = random;
        this.morphology = new Morphology(profile, random);
        this.ventricular = new VentricularMorphology(profile, morphology, random);
        this.leftFormDominates = random.chance(0.5);
    }

    Deque<HeartEvent> events() {
        return events;
    }

    Randomness random() {
        return random;
    }

    /** How far the scenario has been played. */
    double cursorSeconds() {
        return Math.max(cursorSeconds, lastBeatSeconds);
    }

    /** When the base rhythm beats next. */
    double dueSeconds() {
        return dueSeconds;
    }

    double lastBeatSeconds() {
        return lastBeatSeconds;
    }

    double meanRrSeconds() {
        return meanRrSeconds;
    }

    /** Moves the scenario's time on; it never goes back. */
    void reach(double seconds) {
        cursorSeconds = Math.max(cursorSeconds, seconds);
    }

    /** Changes over to {@code rhythm} from the cursor on. */
    void settle(BaseRhythm rhythm) {
        boolean first = lastBeatSeconds == 0 && announcedRhythm.isEmpty();
        base = rhythm;
        meanRrSeconds = rhythm.startRrSeconds();
        if (first) {
            adaptedRrSeconds = meanRrSeconds;
            dueSeconds = 0.5 * meanRrSeconds;
        } else {
            dueSeconds = Math.max(cursorSeconds(), Math.min(dueSeconds, lastBeatSeconds + meanRrSeconds));
        }
        if (atria != rhythm.kind().atria()) {
            atria = rhythm.kind().atria();
            events.add(new HeartEvent.AtriaChange(cursorSeconds(), atria));
        }
        announce(rhythm.name(), cursorSeconds());
    }

    /** The base rhythm's mean RR after {@code share} of its time. */
    void pace(double share) {
        meanRrSeconds = base.meanRrSeconds(Math.min(1, share));
    }

    /** From now on conducted beats take a detour as {@code other} has it. */
    void conducts(Optional<ConductionHabit> other) {
        habit = other;
        detouring = false;
    }

    /** Decides which way the conducted beat at {@code seconds} takes; what an unhurried one is annotated with. */
    private AnnotationCode conductedCode(double seconds) {
        if (habit.isEmpty()) {
            morphology.take(Optional.empty());
            return profile.conduction().code();
        }
        detouring = habit.get().takes(detouring, (seconds - lastBeatSeconds) / meanRrSeconds, random);
        Optional<Detour> way = detouring ? Optional.of(habit.get().detour()) : Optional.empty();
        morphology.take(way);
        return way.map(detour -> detour.kind().code())
                .orElse(profile.conduction().code());
    }

    /** States that rhythm {@code name} begins at {@code seconds}, unless it already reigns. */
    void announce(String name, double seconds) {
        if (!announcedRhythm.equals(name)) {
            announcedRhythm = name;
            events.add(new HeartEvent.RhythmStart(seconds, name));
        }
    }

    /** The next beat of the base rhythm, which thereby reigns again. */
    void baseBeat() {
        chaotic = false;
        announce(base.name(), Math.max(cursorSeconds(), dueSeconds - RHYTHM_LEAD_SECONDS));
        baseBeatWithin();
    }

    /** The next beat of the base rhythm within a rhythm of another name, such as bigeminy. */
    void baseBeatWithin() {
        double seconds = dueSeconds;
        double rr = adaptTo(seconds);
        double gain = 1 + 0.05 * tone.respirationAt(seconds);
        AnnotationCode code = conductedCode(seconds);
        switch (base.kind()) {
            case SINUS -> beat(seconds, morphology.conducted(rr, gain), code);
            case ATRIAL_FIBRILLATION, ATRIAL_FLUTTER -> beat(seconds, morphology.conductedWithoutP(rr, gain), code);
            case PACED -> beat(seconds, ventricular.paced(rr), AnnotationCode.PACED);
        }
        dueAfter(nextRrSeconds(seconds));
    }

    private double nextRrSeconds(double seconds) {
        return base.rrSeconds(seconds, meanRrSeconds, tone, profile.atria().fibrillationSpread(), random);
    }

    /** A sinus beat that the AV node holds up by {@code delaySeconds}; the sinus node goes on in step. */
    void delayedBeat(double delaySeconds) {
        chaotic = false;
        double sinus = dueSeconds;
        double gain = 1 + 0.05 * tone.respirationAt(sinus);
        double rr = adaptTo(sinus + delaySeconds);
        AnnotationCode code = conductedCode(sinus + delaySeconds);
        beat(sinus + delaySeconds, morphology.conductedLate(rr, gain, delaySeconds), code);
        dueSeconds = sinus + nextRrSeconds(sinus);
    }

    /** A sinus impulse that the AV node does not let through: a P wave alone. */
    void blockedBeat() {
        events.add(new HeartEvent.Beat(
                Math.max(dueSeconds, lastBeatSeconds), morphology.lonelyP(adaptedRrSeconds), Optional.empty()));
        dueSeconds += nextRrSeconds(dueSeconds);
    }

    /** An atrial premature beat after {@code coupling} of the RR interval; it resets the sinus node. */
    void atrialPremature(double coupling) {
        atrialBeat(prematureAt(coupling));
        dueAfter(meanRrSeconds * random.between(1.0, 1.14));
    }

    /** An atrial ectopic beat {@code intervalSeconds} after the last beat. */
    void atrialFollowing(double intervalSeconds) {
        atrialBeat(lastBeatSeconds + intervalSeconds);
        dueAfter(meanRrSeconds * random.between(1.05, 1.25));
    }

    private void atrialBeat(double seconds) {
        double gain = 1 + 0.05 * tone.respirationAt(seconds);
        conductedCode(seconds);
        AnnotationCode code = detouring ? AnnotationCode.ABERRATED_ATRIAL_PREMATURE : AnnotationCode.ATRIAL_PREMATURE;
        beat(seconds, morphology.atrialPremature(adaptTo(seconds), gain), code);
    }

    /** The patient's more frequent ventricular form, now and then the other one. */
    VentricularForm someForm() {
        return random.chance(0.8) == leftFormDominates ? profile.left() : profile.right();
    }

    /** A ventricular premature beat after {@code coupling} of the RR interval. */
    void ventricularPremature(VentricularForm form, double coupling) {
        ventricularAt(form, prematureAt(coupling));
    }

    /** A ventricular beat at {@code seconds}, whenever that is; the sinus node goes on in step. */
    void ventricularAt(VentricularForm form, double seconds) {
        sinusTickSeconds = base.kind() == BaseRhythm.Kind.SINUS
                ? lastBeatSeconds + Math.min(dueSeconds - lastBeatSeconds, 1.3 * meanRrSeconds)
                : Double.POSITIVE_INFINITY;
        ventricularBeat(form, seconds);
    }

    /** A further ventricular beat {@code intervalSeconds} after the last one. */
    void ventricularFollowing(VentricularForm form, double intervalSeconds) {
        ventricularBeat(form, lastBeatSeconds + intervalSeconds);
    }

    /** The ventricular beat just played has reset the sinus node: no compensatory pause follows. */
    void resetSinus() {
        sinusTickSeconds = Double.POSITIVE_INFINITY;
    }

    private void ventricularBeat(VentricularForm form, double seconds) {
        lonelyPWavesUntil(seconds);
        morphology.take(Optional.empty());
        beat(seconds, ventricular.ectopic(form, adaptedRrSeconds), AnnotationCode.PREMATURE_VENTRICULAR);
        dueAfter(1.1 * meanRrSeconds);
    }

    /** The ectopic beats are over: whatever comes next, unless it is worse, starts with a beat of the base rhythm. */
    void ectopyEnds() {
        interrupted = true;
    }

    /** Gives the beat back to the base rhythm if ectopic beats have just ended. */
    void resume() {
        if (interrupted) {
            interrupted = false;
            recover();
            baseBeat();
        }
    }

    /**
     * When the base rhythm beats after ventricular beats. The sinus node has not been reset: it goes on in step, and its
     * first impulse that finds the ventricles recovered is conducted, which after a single beat is the full compensatory
     * pause.
     */
    void recover() {
        if (sinusTickSeconds < Double.POSITIVE_INFINITY) {
            double earliest = lastBeatSeconds + 0.7 * meanRrSeconds;
            lonelyPWavesUntil(earliest);
            dueSeconds = sinusTickSeconds;
            sinusTickSeconds = Double.POSITIVE_INFINITY;
        } else {
            dueAfter(meanRrSeconds * (base.kind() == BaseRhythm.Kind.PACED ? 1 : random.between(1.0, 1.3)));
        }
    }

    private void lonelyPWavesUntil(double seconds) {
        while (sinusTickSeconds < seconds) {
            events.add(new HeartEvent.Beat(
                    Math.max(sinusTickSeconds, lastBeatSeconds),
                    morphology.lonelyP(adaptedRrSeconds),
                    Optional.empty()));
            sinusTickSeconds += meanRrSeconds;
        }
    }

    /** A sinus and a ventricular impulse that meet, slightly before the sinus beat is due. */
    void fusion() {
        double seconds = prematureAt(random.between(0.92, 0.97));
        morphology.take(Optional.empty());
        beat(seconds, ventricular.fusion(someForm(), adaptTo(seconds)), AnnotationCode.FUSION_VENTRICULAR);
        dueAfter(meanRrSeconds * random.between(1.0, 1.06));
    }

    /** A beat that nobody can name. */
    void unknown() {
        double seconds = prematureAt(random.between(0.8, 1.0));
        beat(seconds, ventricular.unknown(adaptTo(seconds)), AnnotationCode.UNCLASSIFIABLE);
        dueAfter(meanRrSeconds * random.between(1.0, 1.1));
    }

    /** Flutter or fibrillation of the ventricles begins. */
    void chaosBegins(String name) {
        double seconds = Math.max(cursorSeconds(), lastBeatSeconds + (chaotic ? 0 : REFRACTORY_SECONDS));
        interrupted = false;
        chaotic = true;
        announce(name, seconds);
        events.add(new HeartEvent.ChaosBoundary(seconds, true));
        lastBeatSeconds = seconds;
        reach(seconds);
    }

    /** One wave of it. */
    void chaoticWave(double cycleSeconds, double millivolts, double disorder) {
        beat(
                lastBeatSeconds + cycleSeconds,
                ventricular.chaotic(cycleSeconds, millivolts, disorder),
                AnnotationCode.FLUTTER_WAVE);
    }

    void chaosEnds(double seconds) {
        events.add(new HeartEvent.ChaosBoundary(seconds, false));
        lastBeatSeconds = seconds;
        sinusTickSeconds = Double.POSITIVE_INFINITY;
        dueAfter(1.2 * meanRrSeconds);
        reach(seconds);
    }

    /** No beat before {@code seconds} after the last one. */
    void silence(double seconds) {
        interrupted = false;
        sinusTickSeconds = Double.POSITIVE_INFINITY;
        reach(lastBeatSeconds + seconds);
        dueSeconds = Math.max(dueSeconds, cursorSeconds());
    }

    void disturb(DisturbanceKind kind, int lead, double millivolts, double lengthSeconds) {
        events.add(new HeartEvent.Disturbance(cursorSeconds(), kind, lead, millivolts, lengthSeconds));
    }

    private double prematureAt(double coupling) {
        double seconds = coupled(coupling);
        if (seconds < cursorSeconds) {
            baseBeat();
            seconds = coupled(coupling);
        }
        return seconds;
    }

    private double coupled(double coupling) {
        double expected = Math.min(dueSeconds - lastBeatSeconds, 1.3 * meanRrSeconds);
        return lastBeatSeconds + Math.max(REFRACTORY_SECONDS, coupling * expected);
    }

    private double adaptTo(double seconds) {
        double rr = Math.max(REFRACTORY_SECONDS, Math.min(2, seconds - lastBeatSeconds));
        adaptedRrSeconds += QT_ADAPTATION * (rr - adaptedRrSeconds);
        return adaptedRrSeconds;
    }

    private void beat(double seconds, BeatShape shape, AnnotationCode code) {
        events.add(new HeartEvent.Beat(seconds, shape, Optional.of(code)));
        lastBeatSeconds = seconds;
    }

    private void dueAfter(double rrSeconds) {
        dueSeconds = lastBeatSeconds + rrSeconds;
    }
}
