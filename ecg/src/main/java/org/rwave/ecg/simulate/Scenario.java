package org.rwave.ecg.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens to a simulated patient, in order:
 *
 * <pre>{@code
 * Scenario.builder()
 *         .sinus(60, Duration.ofSeconds(30))
 *         .couplet()
 *         .run(5)
 *         .asystole(Duration.ofSeconds(6))
 *         .sinus(70, Duration.ofSeconds(20))
 *         .build();
 * }</pre>
 *
 * <p>Base rhythms, standstill and ventricular arrhythmias last the time given; ectopic beats, couplets and runs interrupt
 * the base rhythm, with at least one beat of it between two of them; disturbances of the signal start where they are named and go on beside
 * what follows. Immutable; the same scenario may be played in any number of patients.
 */
public final class Scenario {
    private final List<Step> steps;
    private final Optional<Duration> limit;

    private Scenario(List<Step> steps, Optional<Duration> limit) {
        this.steps = List.copyOf(steps);
        this.limit = limit;
    }

    public static Builder builder() {
        return new Builder();
    }

    List<Step> steps() {
        return steps;
    }

    /** Where the recording ends even if the scenario goes on. */
    Optional<Duration> limit() {
        return limit;
    }

    /** Puts a scenario together. Rates are per minute. */
    public static final class Builder {
        private static final double RUN_BPM = 140;
        private static final Duration SHORTEST_ASYSTOLE = Duration.ofSeconds(2);

        private final List<Step> steps = new ArrayList<>();
        private Optional<BaseRhythm> base = Optional.empty();
        private Optional<Duration> limit = Optional.empty();

        private Builder() {}

        /** Sinus rhythm; below 50/min annotated as sinus bradycardia. */
        public Builder sinus(double bpm, Duration length) {
            return sinusRamp(bpm, bpm, length);
        }

        /** Sinus rhythm whose rate changes steadily. */
        public Builder sinusRamp(double fromBpm, double toBpm, Duration length) {
            return base(BaseRhythm.sinus(rate(fromBpm), rate(toBpm)), length);
        }

        /** Irregular, without P waves, with fibrillatory waves. */
        public Builder atrialFibrillation(double meanBpm, Duration length) {
            BaseRhythm.Kind kind = BaseRhythm.Kind.ATRIAL_FIBRILLATION;
            return base(BaseRhythm.steady("(AFIB", kind, rate(meanBpm)), length);
        }

        /** Sawtooth atrial waves, of which every {@code conducted}th reaches the ventricles, 2 to 6. */
        public Builder atrialFlutter(int conducted, Duration length) {
            if (conducted < 2 || conducted > 6) {
                throw new IllegalArgumentException("atrial flutter conducts every 2nd to 6th wave, not " + conducted);
            }
            double bpm = 60 * AtrialWaves.FLUTTER_HERTZ / conducted;
            return base(BaseRhythm.steady("(AFL", BaseRhythm.Kind.ATRIAL_FLUTTER, bpm), length);
        }

        /** Every beat paced in the right ventricle. */
        public Builder paced(double bpm, Duration length) {
            return base(BaseRhythm.steady("(P", BaseRhythm.Kind.PACED, rate(bpm)), length);
        }

        /** One atrial premature beat (class S). */
        public Builder prematureAtrial() {
            requireSinus("an atrial premature beat");
            return step(EctopicSteps.prematureAtrial());
        }

        /** {@code beats} atrial ectopic beats in a row. */
        public Builder atrialRun(int beats, double bpm) {
            requireSinus("an atrial run");
            return step(EctopicSteps.atrialRun(atLeast(2, beats, "an atrial run"), rate(bpm)));
        }

        /**
         * {@code beats} beats (class S) of an atrial focus at {@code bpm}, each interval off by {@code jitter} of it (a
         * standard deviation): an ectopic atrial rhythm, faster than the sinus node and no more.
         */
        public Builder atrialRhythm(int beats, double bpm, double jitter) {
            requireSinus("an atrial rhythm");
            return step(EctopicSteps.atrialRhythm(atLeast(1, beats, "an atrial rhythm"), rate(bpm), jitter));
        }

        /**
         * Second-degree AV block: of each {@code conducted} + 1 sinus impulses the last is not conducted. {@code
         * prStepMillis} is by how much PR grows from beat to beat: 0 for Mobitz II and 2:1 block, more for Wenckebach.
         */
        public Builder avBlock(int conducted, int cycles, double prStepMillis) {
            requireSinus("AV block");
            return step(RhythmSteps.avBlock(
                    atLeast(1, conducted, "AV block"), atLeast(1, cycles, "AV block"), prStepMillis * 1e-3));
        }

        /** One ventricular premature beat (class V). */
        public Builder prematureVentricular() {
            return ectopic(EctopicSteps.prematureVentricular());
        }

        /** One ventricular beat (class V) hardly earlier than the sinus beat would be. */
        public Builder lateVentricular() {
            requireSinus("a late ventricular beat");
            return step(EctopicSteps.lateVentricular());
        }

        /** One fusion beat (class F). */
        public Builder fusion() {
            requireSinus("a fusion beat");
            return step(EctopicSteps.fusion());
        }

        /** One beat that cannot be classified (class Q). */
        public Builder unknown() {
            return ectopic(EctopicSteps.unknown());
        }

        /** Two ventricular beats. */
        public Builder couplet() {
            return ectopic(EctopicSteps.ventricularRun(2, RUN_BPM));
        }

        /** {@code beats} ventricular beats at 140/min. */
        public Builder run(int beats) {
            return run(beats, RUN_BPM);
        }

        /** {@code beats} ventricular beats. */
        public Builder run(int beats, double bpm) {
            return ectopic(EctopicSteps.ventricularRun(atLeast(3, beats, "a run"), rate(bpm)));
        }

        /** Ventricular beats for {@code length}: tachycardia above 100/min, else idioventricular rhythm. */
        public Builder ventricularTachycardia(double bpm, Duration length) {
            return ectopic(EctopicSteps.ventricularRhythm(rate(bpm), seconds(length)));
        }

        /** Every second beat ventricular. */
        public Builder bigeminy(int cycles) {
            return ectopic(EctopicSteps.alternating("(B", 1, atLeast(1, cycles, "bigeminy")));
        }

        /**
         * {@code normals} beats of the base rhythm and a ventricular one, {@code cycles} times; the ventricular one after {@code
         * share} of the RR interval, give or take {@code spread}, followed by a compensatory pause or not.
         */
        Builder alternation(int normals, int cycles, double share, double spread, boolean compensated) {
            String name = normals == 1 ? "(B" : normals == 2 ? "(T" : "(N";
            return ectopic(EctopicSteps.alternating(name, normals, cycles, share, spread, compensated));
        }

        /** Ventricular beats for {@code length} that begin about when the next sinus beat is due. */
        Builder ventricularEscape(double bpm, Duration length) {
            return ectopic(EctopicSteps.ventricularEscape(rate(bpm), seconds(length)));
        }

        /** A protected ventricular focus of this rate beside the sinus node. */
        Builder parasystole(double bpm, Duration length) {
            requireSinus("parasystole");
            return step(EctopicSteps.parasystole(60 / rate(bpm), seconds(length)));
        }

        /** Conducted beats take a detour from now on as {@code habit} has it. */
        Builder conducting(ConductionHabit habit) {
            return step(Step.once(heart -> heart.conducts(Optional.of(habit))));
        }

        /** Every third beat ventricular. */
        public Builder trigeminy(int cycles) {
            return ectopic(EctopicSteps.alternating("(T", 2, atLeast(1, cycles, "trigeminy")));
        }

        public Builder ventricularFlutter(Duration length) {
            return ectopic(RhythmSteps.ventricularFlutter(seconds(length)));
        }

        public Builder ventricularFibrillation(Duration length) {
            return ectopic(RhythmSteps.ventricularFibrillation(seconds(length)));
        }

        /** Nothing for {@code length}, at least two seconds, after the last beat. */
        public Builder asystole(Duration length) {
            if (length.compareTo(SHORTEST_ASYSTOLE) < 0) {
                throw new IllegalArgumentException("asystole lasts at least 2 s, not " + length.toMillis() + " ms");
            }
            return ectopic(RhythmSteps.silence("(ASYS", seconds(length)));
        }

        /** One RR interval of {@code length}, within the rhythm. */
        public Builder pause(Duration length) {
            return ectopic(RhythmSteps.silence("", seconds(length)));
        }

        /** Baseline wander of this amplitude, on top of the patient's own. */
        public Builder baselineWander(double millivolts, Duration length) {
            return disturb(DisturbanceKind.BASELINE_WANDER, 0, millivolts, length);
        }

        /** Mains interference of this amplitude, on top of the patient's own. */
        public Builder mains(double millivolts, Duration length) {
            return disturb(DisturbanceKind.MAINS, 0, millivolts, length);
        }

        /** Muscle noise with this root mean square, on top of the patient's own. */
        public Builder muscleNoise(double millivolts, Duration length) {
            return disturb(DisturbanceKind.MUSCLE, 0, millivolts, length);
        }

        /** Steps of the baseline of about this height, several a second, as a rubbed electrode gives them. */
        public Builder electrodeMotion(double millivolts, Duration length) {
            return disturb(DisturbanceKind.ELECTRODE_MOTION, 0, millivolts, length);
        }

        /** Lead 0 (MLII) or 1 (V1) delivers no samples. */
        public Builder leadMissing(int lead, Duration length) {
            return disturb(DisturbanceKind.LEAD_MISSING, lead(lead), 0, length);
        }

        /** Lead 0 (MLII) or 1 (V1) delivers a constant. */
        public Builder leadFlat(int lead, Duration length) {
            return disturb(DisturbanceKind.LEAD_FLAT, lead(lead), 0, length);
        }

        /** Ends the recording after {@code length}, whatever is left of the scenario. */
        public Builder lasting(Duration length) {
            limit = Optional.of(positive(length));
            return this;
        }

        public Scenario build() {
            if (base.isEmpty()) {
                throw new IllegalArgumentException(
                        "a scenario needs a base rhythm: sinus, atrialFibrillation, " + "atrialFlutter or paced");
            }
            return new Scenario(steps, limit);
        }

        private Builder base(BaseRhythm rhythm, Duration length) {
            base = Optional.of(rhythm);
            return step(RhythmSteps.base(rhythm, seconds(length)));
        }

        private Builder ectopic(Step step) {
            if (base.isEmpty()) {
                throw new IllegalArgumentException(
                        "a scenario starts with a base rhythm: sinus, atrialFibrillation, " + "atrialFlutter or paced");
            }
            return step(step);
        }

        private Builder disturb(DisturbanceKind kind, int lead, double millivolts, Duration length) {
            if (!(millivolts >= 0 && millivolts <= 10)) {
                throw new IllegalArgumentException("a disturbance is 0 to 10 mV high, not " + millivolts);
            }
            double lengthSeconds = seconds(length);
            return step(Step.once(heart -> heart.disturb(kind, lead, millivolts, lengthSeconds)));
        }

        private void requireSinus(String what) {
            if (base.isEmpty() || base.get().kind() != BaseRhythm.Kind.SINUS) {
                throw new IllegalArgumentException(what + " needs sinus rhythm before it");
            }
        }

        private Builder step(Step step) {
            steps.add(step);
            return this;
        }

        private static int atLeast(int fewest, int beats, String what) {
            if (beats < fewest) {
                throw new IllegalArgumentException(what + " has at least " + fewest + " beats, not " + beats);
            }
            return beats;
        }

        private static int lead(int lead) {
            if (lead != 0 && lead != 1) {
                throw new IllegalArgumentException("lead must be 0 (MLII) or 1 (V1), was " + lead);
            }
            return lead;
        }

        private static double rate(double bpm) {
            if (!(bpm >= 10 && bpm <= 300)) {
                throw new IllegalArgumentException("a heart rate is 10 to 300 per minute, not " + bpm);
            }
            return bpm;
        }

        private static double seconds(Duration length) {
            return positive(length).toNanos() * 1e-9;
        }

        private static Duration positive(Duration length) {
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("a length of time must be positive, was " + length);
            }
            return length;
        }
    }
}
