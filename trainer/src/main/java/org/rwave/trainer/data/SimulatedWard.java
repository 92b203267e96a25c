package org.rwave.trainer.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientSimulator;
import org.rwave.ecg.simulate.SimulatedRecording;

/**
 * Simulated patients to learn from beside the real ones; the simulator knows the truth about every beat. Patients with a
 * pacemaker and those without a single beat are left out, as paced records are left out of DS1.
 *
 * @param patients how many of the ordinary ward
 * @param arrhythmias how many of the ward where everybody has an arrhythmia all the time
 * @param broadBeats how many of the ward where everybody has broad beats among narrow ones
 * @param length of each recording
 * @param seed same seed, same patients
 * @param variants how each is played
 */
public record SimulatedWard(
        int patients, int arrhythmias, int broadBeats, Duration length, long seed, List<CaptureVariant> variants) {
    private static final SamplingRate RATE = new SamplingRate(360);

    /** Nobody. */
    public static final SimulatedWard EMPTY =
            new SimulatedWard(0, 0, 0, Duration.ofMinutes(10), 1, List.of(CaptureVariant.REFERENCE));

    public SimulatedWard {
        variants = List.copyOf(variants);
    }

    /** The patients' records by name, their beats classified by {@code mapping}. */
    PlayableRecord.Source records(ClassMapping mapping) {
        Map<String, SimulatedRecording> chosen = choose();
        return name -> {
            SimulatedRecording recording = chosen.get(name);
            recording.seek(0); // it has been played for another variant
            return new PlayableRecord(
                    LoadedRecording.of(recording), ReferenceBeats.of(recording.annotations(), mapping));
        };
    }

    /**
     * Names of the patients: {@code sim1}, {@code sim2}, ..., with gaps for those who are left out, then {@code arr1}, ...
     * and {@code broad1}, ....
     */
    List<String> names() {
        return new ArrayList<>(choose().keySet());
    }

    private Map<String, SimulatedRecording> choose() {
        PatientSimulator simulator = new PatientSimulator(seed);
        Map<String, SimulatedRecording> chosen = new LinkedHashMap<>();
        for (int number = 1; chosen.size() < patients; number++) {
            SimulatedRecording patient = simulator.patient(number, length, RATE);
            List<AnnotationCode> beats = patient.annotations().stream()
                    .map(Annotation::code)
                    .filter(AnnotationCode::isBeat)
                    .toList();
            if (!beats.isEmpty()
                    && !beats.contains(AnnotationCode.PACED)
                    && !beats.contains(AnnotationCode.FUSION_PACED)) {
                chosen.put(patient.name(), patient);
            }
        }
        for (int number = 1; number <= arrhythmias; number++) {
            SimulatedRecording patient = simulator.arrhythmiaPatient(number, length, RATE);
            chosen.put(patient.name(), patient);
        }
        for (int number = 1; number <= broadBeats; number++) {
            SimulatedRecording patient = simulator.broadBeatPatient(number, length, RATE);
            chosen.put(patient.name(), patient);
        }
        return chosen;
    }
}
