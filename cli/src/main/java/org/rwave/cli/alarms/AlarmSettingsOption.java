package org.rwave.cli.alarms;

import java.nio.file.Path;
import org.rwave.processor.alarmsettings.AlarmSettingsFile;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import picocli.CommandLine.Option;

/** {@code --alarm-settings FILE}: a picocli mixin for commands that monitor without a processor. */
public final class AlarmSettingsOption {
    @Option(
            names = "--alarm-settings",
            paramLabel = "FILE",
            description = "YAML file with thresholds and priorities by patient class and patient"
                    + " (default: the documented defaults for adults).")
    private Path file;

    public boolean isGiven() {
        return file != null;
    }

    /**
     * Reads the file.
     *
     * @throws org.rwave.processor.alarmsettings.BadAlarmSettings naming every problem with its line
     */
    public WardAlarmSettings read() {
        return file == null ? WardAlarmSettings.defaults() : AlarmSettingsFile.read(file);
    }
}
