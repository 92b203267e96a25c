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
import picocli.CommandLine;

class AlarmDelaysTest {
    private static AlarmEvent asystole(AlarmPhase phase, long onsetMicros, long decidedMicros) {
        return new AlarmEvent(
                AlarmKind.ASYSTOLE,
                AlarmKind.ASYSTOLE.priority(),
                phase,
                0,
                onsetMicros,
                1,
                decidedMicros,
                "asystole",
                List.of(),
                "asystole-1");
    }

    @Test
    void tell_the_way_from_onset_over_decision_to_the_reader_of_alarms_that_start() {
        AlarmDelays delays = new AlarmDelays();

        delays.read("somebody", asystole(AlarmPhase.START, 1_000_000, 5_000_000), 5_200_000);
        delays.read("somebody", asystole(AlarmPhase.START, 1_000_000, 5_100_000), 5_500_000);
        delays.read("somebody", asystole(AlarmPhase.START, 1_000_000, 5_050_000), 5_150_000);
        delays.read("somebody", asystole(AlarmPhase.END, 1_000_000, 9_000_000), 9_900_000);

        assertThat(delays.count()).isEqualTo(3);
        assertThat(delays.table())
                .contains("| Asystole | 3 | 4.05 (most 4.10) | 0.20 (most 0.40) | 4.20 (most 4.50) |")
                .hasSize(4);
    }

    @Test
    void an_unknown_scenario_is_one_line_and_wrong_usage() {
        StringWriter err = new StringWriter();
        CommandLine command = Rwave.commandLine();
        command.setErr(new PrintWriter(err, true));

        int exit = command.execute("alarm-delay", "--scenario", "torsade");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("there is no scenario \"torsade\"");
    }
}
