package org.rwave.cli.alarms;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.rwave.processor.alarmsettings.AlarmSettingsFile;
import org.rwave.processor.alarmsettings.BadAlarmSettings;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rwave alarm-settings check}: every problem of every file, each with its line. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check files of alarm settings: prints every problem with file and line, exit code 1 if any.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "YAML files.")
    private List<Path> files;

    @Override
    public Integer call() {
        boolean allGood = true;
        for (Path file : files) {
            allGood &= isGood(file);
        }
        return allGood ? 0 : 1;
    }

    private boolean isGood(Path file) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            WardAlarmSettings settings = AlarmSettingsFile.read(file);
            out.println(file + ": good; patients are " + settings.defaultClass().key() + " unless a rule says otherwise"
                    + (settings.patientPatterns().isEmpty()
                            ? ""
                            : "; rules for " + String.join(", ", settings.patientPatterns())));
            out.flush();
            return true;
        } catch (BadAlarmSettings e) {
            PrintWriter err = spec.commandLine().getErr();
            e.problems().forEach(err::println);
            err.flush();
            return false;
        }
    }
}
