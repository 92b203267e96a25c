package org.rwave.cli.whatif;

import java.nio.file.Path;
import java.util.Optional;
import org.rwave.cli.alarms.AlarmSettingsOption;
import org.rwave.processor.alarmsettings.AlarmSettingsFile;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a replay that asks what other alarm settings would do. */
public final class WhatIfOptions {
    @Option(
            names = "--what-if",
            paramLabel = "FILE",
            description = "Do not publish: run the monitor offline with these alarm settings and with the present ones"
                    + " (--alarm-settings) and print the alarms per patient and day under both.")
    private Path whatIf;

    @Mixin
    private AlarmSettingsOption present;

    @Option(names = "--model", paramLabel = "FILE", description = "With --what-if: ONNX model.")
    private Path model;

    @Option(names = "--json", description = "With --what-if: the result as JSON.")
    private boolean isJson;

    /** Whether the question was asked. */
    public boolean isAsked() {
        return whatIf != null;
    }

    /** Whether there are options that say nothing unless the question is asked. */
    public boolean isStray() {
        return whatIf == null && (present.isGiven() || model != null || isJson);
    }

    /**
     * Reads both files.
     *
     * @throws org.rwave.processor.alarmsettings.BadAlarmSettings naming every problem with its line
     */
    WardAlarmSettings[] beforeAndAfter() {
        return new WardAlarmSettings[] {present.read(), AlarmSettingsFile.read(whatIf)};
    }

    Optional<Path> model() {
        return Optional.ofNullable(model);
    }

    boolean isJson() {
        return isJson;
    }
}
