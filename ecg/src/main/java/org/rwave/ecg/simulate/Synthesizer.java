package org.rwave.ecg.simulate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.signal.SamplingRate;

/**
 * Draws the heart's events sample by sample and adds what the body and the electrodes add. Memory: {@link WaveBuffer} and
 * the events of the next half second. Any cut of the samples into reads gives the same samples.
 */
final class Synthesizer {
    static final int LEADS = 2;
    static final double UNITS_PER_MILLIVOLT = 200;

    /** What a 12-bit recorder with this gain can hold; beyond it saturates. */
    static final int LARGEST_UNIT = 2047;

    /** Events are drawn this long before their instant: longer than the longest PR interval and its P wave. */
    private static final double AHEAD_SECONDS = 0.5;

    private static final double TICK_SECONDS = 0.04;

    private static final long PURPOSE = 0x73796e7468L;

    private final Iterator<HeartEvent> events;
    private final PatientProfile profile;
    private final double rateHertz;
    private final int tickSamples;
    private final WaveBuffer waves;
    private final Wander wander;
    private final Mains mains;
    private final MuscleNoise mliiMuscle;
    private final MuscleNoise v1Muscle;
    private final ElectrodeMotion motion;
    private final AtrialWaves atria;
    private final Disturbances disturbances;
    private final Deque<HeartEvent> pending = new ArrayDeque<>();

    private HeartEvent upcoming;
    private long position;
    private long nextActionSample;
    private long endSample = Long.MAX_VALUE;
    private double muscleMillivolts;
    private double mainsMillivolts;
    private double motionMillivolts;
    private double driftMillivolts;
    private Optional<DisturbanceKind> mliiFault = Optional.empty();
    private Optional<DisturbanceKind> v1Fault = Optional.empty();

    Synthesizer(Iterator<HeartEvent> events, PatientProfile profile, SamplingRate rate, long seed) {
        Randomness random = Randomness.of(seed, PURPOSE);
        this.events = events;
        this.profile = profile;
        this.rateHertz = rate.hertz();
        this.tickSamples = Math.max(1, (int) Math.round(TICK_SECONDS * rateHertz));
        this.waves = new WaveBuffer(rateHertz);
        this.wander = new Wander(new AutonomicTone(profile, seed), random);
        this.mains = new Mains(profile.mainsHertz(), rateHertz, random);
        this.mliiMuscle = new MuscleNoise(rateHertz, new Randomness(random.nextLong()));
        this.v1Muscle = new MuscleNoise(rateHertz, new Randomness(random.nextLong()));
        this.motion = new ElectrodeMotion(rateHertz, new Randomness(random.nextLong()));
        this.atria = new AtrialWaves(rateHertz, profile.atria().fibrillationMillivolts(), random);
        this.disturbances = new Disturbances(rateHertz);
        this.upcoming = events.next();
    }

    long position() {
        return position;
    }

    /** Up to {@code maxSamples} samples into {@code raw}, interleaved; how many there were, 0 at the end. */
    int read(int[] raw, int maxSamples) {
        int count = 0;
        while (count < maxSamples) {
            if (position >= nextActionSample) {
                act();
            }
            if (position >= endSample) {
                return count;
            }
            sample(raw, LEADS * count);
            position++;
            count++;
        }
        return count;
    }

    private void sample(int[] raw, int index) {
        wander.advance();
        motion.advance(motionMillivolts);
        double hum = mainsMillivolts * mains.next();
        double atrial = atria.next();
        double mlii = waves.mlii()
                + wander.mlii()
                + motion.mlii()
                + hum
                + atrial * atria.mliiGain()
                + muscleMillivolts * mliiMuscle.next();
        double v1 = waves.v1()
                + wander.v1()
                + motion.v1()
                + 0.7 * hum
                + atrial * atria.v1Gain()
                + muscleMillivolts * v1Muscle.next();
        waves.advance();
        raw[index] = mliiFault.isEmpty() ? units(mlii) : faulty(mliiFault.get());
        raw[index + 1] = v1Fault.isEmpty() ? units(v1) : faulty(v1Fault.get());
    }

    private static int units(double millivolts) {
        int units = (int) Math.floor(millivolts * UNITS_PER_MILLIVOLT + 0.5);
        return Math.max(-LARGEST_UNIT, Math.min(LARGEST_UNIT, units));
    }

    private static int faulty(DisturbanceKind fault) {
        return fault == DisturbanceKind.LEAD_MISSING ? Recording.MISSING : 0;
    }

    /** Everything that does not happen at every sample: takes up events, ends disturbances, sets the slow values. */
    private void act() {
        takeUpEvents();
        while (!pending.isEmpty() && sampleOf(pending.peek().seconds()) <= position) {
            begin(pending.remove());
        }
        if (disturbances.nextEndSample() <= position) {
            disturbances.endUntil(position);
        }
        applyLevels();
        if (position % tickSamples == 0) {
            tick();
        }
        long nextTick = (position / tickSamples + 1) * tickSamples;
        long nextPending =
                pending.isEmpty() ? Long.MAX_VALUE : sampleOf(pending.peek().seconds());
        nextActionSample = Math.min(nextTick, Math.min(nextPending, disturbances.nextEndSample()));
    }

    private void takeUpEvents() {
        double horizon = position / rateHertz + AHEAD_SECONDS + TICK_SECONDS;
        while (upcoming != null && upcoming.seconds() <= horizon) {
            if (upcoming instanceof HeartEvent.Beat beat) {
                waves.draw(beat.shape(), beat.seconds());
            } else if (upcoming instanceof HeartEvent.End end) {
                endSample = sampleOf(end.seconds());
            } else {
                pending.add(upcoming);
            }
            upcoming = events.hasNext() ? events.next() : null;
        }
    }

    private void begin(HeartEvent event) {
        if (event instanceof HeartEvent.Disturbance disturbance) {
            disturbances.start(disturbance);
        } else if (event instanceof HeartEvent.AtriaChange change) {
            atria.change(change.activity());
        }
    }

    private void applyLevels() {
        muscleMillivolts = profile.muscleMillivolts() + disturbances.level(DisturbanceKind.MUSCLE);
        mainsMillivolts = profile.mainsMillivolts() + disturbances.level(DisturbanceKind.MAINS);
        motionMillivolts = disturbances.level(DisturbanceKind.ELECTRODE_MOTION);
        mliiFault = disturbances.fault(0);
        v1Fault = disturbances.fault(1);
    }

    private void tick() {
        double next = (position + tickSamples) / rateHertz;
        double target = disturbances.level(DisturbanceKind.BASELINE_WANDER);
        driftMillivolts += 0.05 * (target - driftMillivolts);
        double own = profile.wanderMillivolts();
        wander.tick(next, tickSamples, own, 0.6 * own + driftMillivolts);
        atria.tick(position / rateHertz);
    }

    private long sampleOf(double seconds) {
        return Math.round(seconds * rateHertz);
    }
}
