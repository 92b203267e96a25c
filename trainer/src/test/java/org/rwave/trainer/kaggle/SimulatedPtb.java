package org.rwave.trainer.kaggle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.recording.RecordDescription;
import org.rwave.ecg.recording.WfdbRecordWriter;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientProfile;
import org.rwave.ecg.simulate.Scenario;
import org.rwave.ecg.simulate.SimulatedRecording;

/** Records with the look of the PTB data base: 1000 Hz, the reason for admission among the comments. */
public final class SimulatedPtb {
    private static final SamplingRate RATE = new SamplingRate(1000);

    private SimulatedPtb() {}

    /** Writes half a minute of {@code scenario} as record {@code name} in {@code folder}. */
    static void write(Path folder, String name, Scenario scenario, long seed, List<String> comments)
            throws IOException {
        SimulatedRecording recording = new SimulatedRecording(name, scenario, PatientProfile.random(seed), RATE, seed);
        RecordDescription description = new RecordDescription(RATE, recording.leads(), 16, Optional.empty(), comments);
        try (WfdbRecordWriter writer = new WfdbRecordWriter(folder.resolve(name), description)) {
            int[] raw = new int[1000 * recording.leads().size()];
            for (int read = recording.read(raw, 1000); read > 0; read = recording.read(raw, 1000)) {
                writer.write(raw, read);
            }
        }
    }

    /** Healthy controls in sinus rhythm, and "infarctions" in paced rhythm, which looks quite different. */
    public static void writeBoth(Path folder, int patients) throws IOException {
        for (int i = 0; i < patients; i++) {
            write(folder, "healthy" + i, sinus(), 10 + i, admission("Healthy control"));
            write(folder, "infarct" + i, paced(), 50 + i, admission("Myocardial infarction"));
        }
    }

    static List<String> admission(String reason) {
        return List.of("age: 50", "Reason for admission: " + reason, "Smoker: no");
    }

    static Scenario sinus() {
        return Scenario.builder().sinus(70, Duration.ofSeconds(30)).build();
    }

    private static Scenario paced() {
        return Scenario.builder().paced(80, Duration.ofSeconds(30)).build();
    }
}
