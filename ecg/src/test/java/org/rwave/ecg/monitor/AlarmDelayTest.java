package org.rwave.ecg.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.simulate.TestRhythms;
import org.rwave.ecg.simulate.TestWaveform;

/** From the event to the alarm in signal time, chunks of 11 to 250 ms. Nothing here depends on the machine. */
class AlarmDelayTest {
    private static final SamplingRate RATE = new SamplingRate(360);
    private static final int CHUNK = 36;

    /** What sources usually send: 250 ms. */
    private static final int USUAL_CHUNK = 90;

    /** Four samples: the instant of a decision to 11 ms. */
    private static final int SHORT_CHUNK = 4;

    /** So many beats N, the rest V. */
    private static final class NormalUntil implements BeatClassifier {
        private int normal;

        private NormalUntil(int beats) {
            normal = beats;
        }

        @Override
        public ClassProbabilities classify(BeatInput input) {
            return ClassProbabilities.certain(normal-- > 0 ? BeatClass.N : BeatClass.V);
        }

        @Override
        public String modelHash() {
            return "by number";
        }
    }

    @ParameterizedTest(name = "phase {0} s")
    @ValueSource(doubles = {0, 0.13, 0.3, 0.5, 0.71})
    void asystole_is_raised_four_to_four_and_a_half_seconds_after_the_last_beat(double phase) {
        TestWaveform standstill = TestRhythms.standstill(phase, 12, RATE);

        assertThat(raised(standstill, AlarmKind.ASYSTOLE) - lastBeat(standstill))
                .isBetween(4.0, 4.5);
    }

    @ParameterizedTest(name = "{0} s wide")
    @ValueSource(doubles = {0.07, 0.1, 0.12})
    void deflections_of_150_microvolts_are_no_beats_and_do_not_hold_asystole_back(double width) {
        TestWaveform.Builder signal = TestWaveform.lasting(60, RATE);
        for (double at = 0.5; at < 40; at += 0.75) {
            signal.triangle(at, 1, width, 0.2);
        }
        double last = lastBeat(signal.build());
        for (double at = last + 0.75; at < 59; at += 0.75) {
            signal.triangle(at, 0.15, width, 0.03);
        }

        assertThat(raised(signal.build(), AlarmKind.ASYSTOLE) - last).isBetween(4.0, 4.5);
    }

    @ParameterizedTest(name = "{0} mV, {1} Hz")
    @CsvSource({"2, 360", "-2, 360", "10, 360", "-10, 250", "2, 500", "3, 1000"})
    void pulses_of_a_pacemaker_that_nothing_answers_do_not_hold_asystole_back(double millivolts, double hertz) {
        TestWaveform pacing = TestRhythms.ineffectivePacing(millivolts, new SamplingRate(hertz));

        assertThat(raised(pacing, AlarmKind.ASYSTOLE) - lastBeat(pacing)).isBetween(4.0, 4.5);
    }

    @ParameterizedTest(name = "80 to {0}/min")
    @ValueSource(doubles = {30, 35, 38, 150, 180})
    void an_extreme_rate_is_raised_within_seven_seconds_of_the_last_beat_before_it_the_wait_for_its_chunk_included(
            double perMinute) {
        TestWaveform step = TestRhythms.step(perMinute, 0.2, 15, RATE);
        AlarmKind kind = perMinute > 80 ? AlarmKind.EXTREME_TACHYCARDIA : AlarmKind.EXTREME_BRADYCARDIA;
        double last = step.beatSeconds().stream()
                .filter(beat -> beat < TestRhythms.stepSeconds(0.2) + 1e-6)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();

        double raised = raised(step, kind, new NormalUntil(Integer.MAX_VALUE), USUAL_CHUNK);

        assertThat(raised - last).isBetween(0.0, 7.0);
    }

    @ParameterizedTest(name = "{0}/min")
    @ValueSource(doubles = {110, 120, 150, 180})
    void ventricular_tachycardia_is_raised_within_half_a_second_of_its_fifth_beat(double perMinute) {
        TestWaveform tachycardia = TestRhythms.tachycardia(perMinute, 1.3, 0.2, RATE);
        double learned = TestRhythms.stepSeconds(0.2) + 1e-6;
        int normal = (int) tachycardia.beatSeconds().stream()
                .filter(beat -> beat < learned)
                .count();
        double fifth = tachycardia.beatSeconds().get(normal + 4);

        double raised = raised(tachycardia, AlarmKind.VENTRICULAR_TACHYCARDIA, new NormalUntil(normal), SHORT_CHUNK);

        assertThat(raised - fifth).isBetween(0.0, 0.5);
    }

    private static double lastBeat(TestWaveform waveform) {
        return waveform.beatSeconds().get(waveform.beatSeconds().size() - 1);
    }

    /** When {@code kind} was raised first: the end of the chunk that decided it, in seconds of signal time. */
    private static double raised(TestWaveform waveform, AlarmKind kind) {
        return raised(waveform, kind, new NormalUntil(Integer.MAX_VALUE), CHUNK);
    }

    private static double raised(
            TestWaveform waveform, AlarmKind kind, BeatClassifier classifier, int samplesPerChunk) {
        PatientMonitor monitor = null;
        for (WaveformChunk chunk : waveform.chunks(samplesPerChunk)) {
            monitor = monitor == null ? new PatientMonitor(MonitorSettings.defaults(), classifier, chunk) : monitor;
            if (monitor.accept(chunk).alarms().stream().anyMatch(alarm -> alarm.kind() == kind)) {
                return waveform.rate().secondsAt(chunk.endSampleIndex());
            }
        }
        throw new AssertionError(kind + " was never raised");
    }
}
