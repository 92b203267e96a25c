package org.rwave.cli.replay;

import org.rwave.producer.ReplaySettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a speed: {@code 1}, {@code 2.5}, {@code 10x} or {@code max}. */
public final class SpeedOption implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        if (text.equals("max")) {
            return ReplaySettings.MAX_SPEED;
        }
        try {
            double speed = Double.parseDouble(text.endsWith("x") ? text.substring(0, text.length() - 1) : text);
            if (speed >= 1 && speed < ReplaySettings.MAX_SPEED) {
                return speed;
            }
        } catch (NumberFormatException notANumber) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException("\"" + text + "\" is not a speed; write 1 (real time) or more, or max");
    }
}
