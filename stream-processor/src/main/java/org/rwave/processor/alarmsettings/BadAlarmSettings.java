package org.rwave.processor.alarmsettings;

import java.util.List;
import java.util.stream.Collectors;

/** A settings file that cannot be used: everything that is wrong with it, in order of lines. */
public final class BadAlarmSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SettingsProblem> problems;

    BadAlarmSettings(List<SettingsProblem> problems) {
        super(problems.stream().map(SettingsProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<SettingsProblem> problems() {
        return problems;
    }
}
