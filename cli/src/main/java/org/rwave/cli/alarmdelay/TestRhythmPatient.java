package org.rwave.cli.alarmdelay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.TestWaveform;
import org.rwave.producer.ReplayPatient;
import org.rwave.producer.ReplaySource;

/**
 * A patient with a test rhythm.
 *
 * @param id of the patient
 * @param rhythm which rhythm
 * @param signal the rhythm at this patient's phase
 * @param eventSample the sample at which its event happens
 */
record TestRhythmPatient(String id, TestRhythm rhythm, TestWaveform signal, long eventSample) {
    /** Both the chunks of 100 and 250 ms and the monitor's ticks repeat after so long. */
    private static final double PHASES_SECONDS = 0.5;

    /** {@code count} patients of every rhythm, their phases spread evenly over half a second. */
    static List<TestRhythmPatient> ward(int count) {
        List<TestRhythmPatient> ward = new ArrayList<>();
        for (TestRhythm rhythm : TestRhythm.all()) {
            for (int number = 0; number < count; number++) {
                double phase = PHASES_SECONDS * number / count;
                TestWaveform signal = rhythm.signal().at(phase);
                long event = signal.rate().sampleAt(rhythm.event().seconds(phase, signal));
                ward.add(new TestRhythmPatient(rhythm.label() + "-" + (number + 1), rhythm, signal, event));
            }
        }
        return ward;
    }

    /** What is replayed of the patient. */
    ReplayPatient feed() {
        return new ReplayPatient(id, new Source(id, signal), Duration.ZERO);
    }

    private record Source(String name, TestWaveform signal) implements ReplaySource {
        @Override
        public String origin() {
            return "test-rhythms/" + name;
        }

        @Override
        public Recording open() {
            return signal.recording(name);
        }

        @Override
        public Optional<Iterator<Annotation>> annotations(SamplingRate rate) {
            return Optional.empty();
        }
    }
}
