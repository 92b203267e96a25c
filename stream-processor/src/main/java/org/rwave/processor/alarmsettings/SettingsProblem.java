package org.rwave.processor.alarmsettings;

/**
 * One thing that is wrong with a settings file.
 *
 * @param file name as the user gave it
 * @param line counted from 1
 * @param message what is wrong and what is permitted
 */
public record SettingsProblem(String file, int line, String message) {
    /** {@code file:line: message}, as compilers write it. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
