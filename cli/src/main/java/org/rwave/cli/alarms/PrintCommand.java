package org.rwave.cli.alarms;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.rwave.ecg.alarm.PatientClass;
import org.rwave.processor.alarmsettings.AlarmSettingsFile;
import org.rwave.processor.alarmsettings.AlarmSettingsYaml;
import org.rwave.processor.alarmsettings.PatientAlarmSettings;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rwave alarm-settings print}: what applies, every threshold and every alarm. */
@Command(
        name = "print",
        mixinStandardHelpOptions = true,
        description = {
            "Print the alarm settings that apply to a class or a patient: every threshold with its range,",
            "every alarm with its priority, and what differs from the defaults. It is itself a file of alarm settings."
        },
        footer = {"", "Example: rwave alarm-settings print --class neonatal"})
final class PrintCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Settings file (default: the documented defaults).")
    private Path file;

    @ArgGroup
    private Whose whose;

    private static final class Whose {
        @Option(
                names = "--class",
                paramLabel = "CLASS",
                description = "adult, pediatric or neonatal (default: the file's default class).")
        private PatientClass patientClass;

        @Option(names = "--patient", paramLabel = "ID", description = "The patient with this id.")
        private String patientId;
    }

    @Override
    public void run() {
        WardAlarmSettings ward = file == null ? WardAlarmSettings.defaults() : AlarmSettingsFile.read(file);
        if (whose != null && whose.patientId != null) {
            PatientAlarmSettings own = ward.of(whose.patientId);
            print(ward, own, AlarmSettingsYaml.ofPatient(whose.patientId, own));
        } else {
            PatientAlarmSettings own = ward.of(whose == null ? ward.defaultClass() : whose.patientClass);
            print(ward, own, AlarmSettingsYaml.ofClass(own));
        }
    }

    private void print(WardAlarmSettings ward, PatientAlarmSettings effective, String yaml) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("# from " + ward.source() + ": " + effective.origin());
        out.println("# fingerprint " + effective.fingerprint());
        out.print(yaml);
        out.flush();
    }
}
