package org.rwave.ecg.simulate;

import java.time.Duration;
import org.rwave.ecg.signal.SamplingRate;

/**
 * Patients as a monitored ward has them: mostly sinus rhythm with some ectopy, some atrial fibrillation and pacemakers,
 * now and then a ventricular tachycardia, rarely worse. Seeded: patient {@code n} of a ward is always the same one.
 */
public final class PatientSimulator {
    private static final long PATIENT_PURPOSE = 0x70617469656e74L;

    private static final long BROAD_PURPOSE = 0x62726f6164L;

    private final long seed;

    public PatientSimulator(long seed) {
        this.seed = seed;
    }

    /** Patient {@code number} of the ward, from 1 on, for {@code length}. */
    public SimulatedRecording patient(int number, Duration length, SamplingRate rate) {
        long patientSeed = seedOf(number);
        Scenario scenario = new WardCourse(patientSeed).play(length);
        return new SimulatedRecording(nameOf(number), scenario, PatientProfile.random(patientSeed), rate, patientSeed);
    }

    /**
     * Patient {@code number} of another ward, from 1 on, where every patient has one arrhythmia all the time: atrial
     * fibrillation, a sick sinus node overtaken by an atrial focus, frequent atrial or ventricular ectopy, AV block, dropped
     * beats or atrial flutter; and every patient is {@linkplain PatientProfile#unusual unusual}.
     */
    public SimulatedRecording arrhythmiaPatient(int number, Duration length, SamplingRate rate) {
        long patientSeed = seedOf(-number);
        ArrhythmiaCourse course = new ArrhythmiaCourse(patientSeed);
        return new SimulatedRecording(
                "arr" + number,
                course.play(length),
                course.patient(PatientProfile.unusual(patientSeed)),
                rate,
                patientSeed);
    }

    /**
     * Patient {@code number} of a third ward, from 1 on, where everybody has broad beats among narrow ones: from a ventricular
     * focus that makes up a good part of the rhythm, or conducted past a bundle branch that comes and goes; and every patient is
     * {@linkplain PatientProfile#unusual unusual}.
     */
    public SimulatedRecording broadBeatPatient(int number, Duration length, SamplingRate rate) {
        long patientSeed = Randomness.of(seedOf(-number), BROAD_PURPOSE).nextLong();
        BroadBeatCourse course = new BroadBeatCourse(patientSeed);
        return new SimulatedRecording(
                "broad" + number,
                course.play(length),
                course.patient(PatientProfile.unusual(patientSeed)),
                rate,
                patientSeed);
    }

    /** {@code scenario} in patient {@code number} of the ward. */
    public SimulatedRecording patient(int number, Scenario scenario, SamplingRate rate) {
        long patientSeed = seedOf(number);
        return new SimulatedRecording(nameOf(number), scenario, PatientProfile.random(patientSeed), rate, patientSeed);
    }

    private static String nameOf(int number) {
        return "sim" + number;
    }

    private long seedOf(int number) {
        return Randomness.of(Randomness.of(seed, PATIENT_PURPOSE).nextLong(), number)
                .nextLong();
    }
}
