package org.rwave.cli.alarmdelay;

import static org.rwave.ecg.alarm.AlarmKind.ASYSTOLE;
import static org.rwave.ecg.alarm.AlarmKind.EXTREME_BRADYCARDIA;
import static org.rwave.ecg.alarm.AlarmKind.EXTREME_TACHYCARDIA;
import static org.rwave.ecg.alarm.AlarmKind.VENTRICULAR_TACHYCARDIA;

import java.util.List;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.TestRhythms;
import org.rwave.ecg.simulate.TestWaveform;

/**
 * A rhythm with an event at an exact instant, out of 40 s at 80/min, and what is asked of its alarm. Its phase moves the
 * whole against the chunks and against the monitor's ticks.
 *
 * @param label part of the patients' ids
 * @param title the event and where time is counted from, as the table calls them
 * @param alarm the alarm that it must raise
 * @param askedSeconds how long that may take from the event to the record in the reader's hands
 * @param signal the rhythm for a phase in seconds
 * @param event its instant in the signal of that phase, seconds
 */
record TestRhythm(String label, String title, AlarmKind alarm, double askedSeconds, Signal signal, Event event) {
    private static final SamplingRate RATE = new SamplingRate(360);
    private static final int QUALIFYING_BEATS = 5;
    private static final int RUN_BEATS = 12;
    private static final double AFTER_SECONDS = 9;
    private static final double HEIGHT_MILLIVOLTS = 1.3;

    /** The rhythm for a phase. */
    interface Signal {
        TestWaveform at(double phaseSeconds);
    }

    /** The instant of the event. */
    interface Event {
        double seconds(double phaseSeconds, TestWaveform signal);
    }

    static List<TestRhythm> all() {
        return List.of(standstill(), tachycardia(120), tachycardia(150), tachycardia(180), step(150), step(35));
    }

    private static TestRhythm standstill() {
        return new TestRhythm(
                "standstill",
                "standstill, from the last beat",
                ASYSTOLE,
                4.5,
                phase -> TestRhythms.standstill(phase, AFTER_SECONDS, RATE),
                (phase, signal) -> TestRhythms.stepSeconds(phase));
    }

    private static TestRhythm tachycardia(int perMinute) {
        return new TestRhythm(
                "vt-" + perMinute,
                "ventricular tachycardia at " + perMinute + "/min, from its fifth beat",
                VENTRICULAR_TACHYCARDIA,
                0.5,
                phase -> TestRhythms.runOf(perMinute, HEIGHT_MILLIVOLTS, RUN_BEATS, phase, RATE),
                TestRhythm::fifthBeat);
    }

    private static TestRhythm step(int perMinute) {
        return new TestRhythm(
                "step-" + perMinute,
                "80 to " + perMinute + "/min, from the last beat at 80/min",
                perMinute > 80 ? EXTREME_TACHYCARDIA : EXTREME_BRADYCARDIA,
                7,
                phase -> TestRhythms.step(perMinute, phase, AFTER_SECONDS, RATE),
                (phase, signal) -> TestRhythms.stepSeconds(phase));
    }

    private static double fifthBeat(double phaseSeconds, TestWaveform signal) {
        return signal.beatSeconds().stream()
                .filter(beat -> beat > TestRhythms.stepSeconds(phaseSeconds) + 1e-3)
                .sorted()
                .skip(QUALIFYING_BEATS - 1L)
                .findFirst()
                .orElseThrow();
    }
}
