package org.rwave.cli.alarmdelay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.cli.Rwave;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.simulate.TestRhythms;
import picocli.CommandLine;

class TestRhythmDelaysTest {
    private static final long START_MICROS = 1_700_000_000_000_000L;

    private final List<TestRhythmPatient> ward = TestRhythmPatient.ward(2);
    private final TestRhythmDelays delays = new TestRhythmDelays(ward);

    private static long micros(double seconds) {
        return Math.round(1e6 * seconds);
    }

    /** Raised {@code raisedSeconds} after the event in signal time, read {@code readSeconds} after it. */
    private void alert(TestRhythmPatient patient, AlarmKind kind, double raisedSeconds, double readSeconds) {
        long at = patient.eventSample() + Math.round(360 * raisedSeconds);
        long eventMicros = START_MICROS + patient.signal().rate().microsAt(patient.eventSample());
        AlarmEvent event = new AlarmEvent(
                kind,
                kind.priority(),
                AlarmPhase.START,
                0,
                START_MICROS,
                at,
                START_MICROS + patient.signal().rate().microsAt(at),
                "a message",
                List.of(),
                "rule-1");
        delays.read(patient.id(), event, eventMicros + micros(readSeconds));
    }

    private TestRhythmPatient patient(String id) {
        return ward.stream()
                .filter(patient -> patient.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String row(String title) {
        return delays.table().stream()
                .filter(row -> row.contains(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void time_counts_from_the_event_to_the_reader() {
        alert(patient("standstill-1"), AlarmKind.ASYSTOLE, 4.0, 4.2);
        alert(patient("standstill-2"), AlarmKind.ASYSTOLE, 4.1, 4.4);

        assertThat(row("standstill")).endsWith("| 2 | 4.5 s | 4.20 s | 4.40 s | 4.40 s | met |");
    }

    @Test
    void what_is_late_or_never_comes_is_not_met() {
        alert(patient("vt-150-1"), AlarmKind.VENTRICULAR_TACHYCARDIA, 0.5, 0.6);
        alert(patient("step-35-1"), AlarmKind.EXTREME_BRADYCARDIA, 6.7, 6.9);

        assertThat(row("at 150/min")).endsWith("| 0.60 s | 0.60 s | 0.60 s | not met: 0 of 2, no alarm in 1 |");
        assertThat(row("80 to 35/min")).endsWith("not met: 1 of 2, no alarm in 1 |");
        assertThat(row("at 180/min")).endsWith("| 2 | 0.5 s | - | - | - | not met: 0 of 2, no alarm in 2 |");
    }

    @Test
    void another_alarm_one_before_the_event_and_a_second_one_do_not_count() {
        alert(patient("vt-120-1"), AlarmKind.VENTRICULAR_COUPLET, 0.1, 0.2);
        alert(patient("vt-120-1"), AlarmKind.VENTRICULAR_TACHYCARDIA, -0.5, -0.4);
        assertThat(delays.count()).isZero();

        alert(patient("vt-120-1"), AlarmKind.VENTRICULAR_TACHYCARDIA, 0.3, 0.4);
        alert(patient("vt-120-1"), AlarmKind.VENTRICULAR_TACHYCARDIA, 3, 4);
        assertThat(delays.count()).isEqualTo(1);
        assertThat(row("at 120/min")).contains("| 0.40 s |");
    }

    @Test
    void events_are_the_last_beat_the_step_and_the_fifth_ventricular_beat_at_the_patients_phase() {
        double fifth = 0.45 + 4 * 60 / 150.0;

        for (double phase : new double[] {0, 0.25}) {
            String number = phase == 0 ? "-1" : "-2";
            double step = TestRhythms.stepSeconds(phase);
            assertThat(patient("standstill" + number).eventSample()).isEqualTo(Math.round(360 * step));
            assertThat(patient("step-35" + number).eventSample()).isEqualTo(Math.round(360 * step));
            assertThat(patient("vt-150" + number).eventSample()).isEqualTo(Math.round(360 * (step + fifth)));
        }
    }

    @Test
    void a_patients_recording_is_its_signal() throws Exception {
        TestRhythmPatient patient = patient("step-150-2");
        WaveformChunk chunk = patient.signal().chunks(1000).get(1);
        int[] raw = new int[2 * 1000];

        try (Recording recording = patient.feed().source().open()) {
            recording.seek(1000);
            assertThat(recording.read(raw, 1000)).isEqualTo(1000);
        }

        for (int sample = 0; sample < 1000; sample++) {
            assertThat(raw[2 * sample]).isEqualTo((int) chunk.raw(sample, 0));
            assertThat(raw[2 * sample + 1]).isEqualTo((int) chunk.raw(sample, 1));
        }
    }

    @Test
    void test_rhythms_and_scenarios_together_are_wrong_usage() {
        StringWriter err = new StringWriter();
        CommandLine command = Rwave.commandLine();
        command.setErr(new PrintWriter(err, true));

        int exit = command.execute("alarm-delay", "--test-rhythms", "--scenario", "sinus");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("give --test-rhythms or --scenario, not both");
    }
}
