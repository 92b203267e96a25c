package org.rwave.ecg.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * One complex of a test signal: millivolts as functions of the seconds since its peak.
 *
 * @param fromSeconds where it begins, negative
 * @param toSeconds where it ends
 */
record TestComplex(double fromSeconds, double toSeconds, DoubleUnaryOperator mlii, DoubleUnaryOperator v1) {
    private static final double T_SECONDS = 0.18;
    private static final double QT_SECONDS = 0.35;
    private static final double VENTRICULAR_QRS_SECONDS = 0.16;
    private static final double QTC_SECONDS = 0.4;

    /** What V1 shows of a triangle in MLII. */
    private static final double V1_SHARE = -0.6;

    double mliiAt(double seconds) {
        return mlii.applyAsDouble(seconds);
    }

    double v1At(double seconds) {
        return v1.applyAsDouble(seconds);
    }

    /** Triangle {@code widthSeconds} wide at its base; the T wave is half a sine. */
    static TestComplex triangle(double millivolts, double widthSeconds, double tMillivolts) {
        double tEnd = QT_SECONDS - widthSeconds / 2;
        DoubleUnaryOperator shape = seconds -> {
            double qrs = Math.max(0, 1 - Math.abs(seconds) / (widthSeconds / 2)) * millivolts;
            double intoT = seconds - (tEnd - T_SECONDS);
            boolean isT = intoT > 0 && intoT < T_SECONDS;
            return qrs + (isT ? tMillivolts * StrictMath.sin(Math.PI * intoT / T_SECONDS) : 0);
        };
        return new TestComplex(-widthSeconds / 2, tEnd, shape, seconds -> V1_SHARE * shape.applyAsDouble(seconds));
    }

    /** P wave, narrow QRS complex, T wave, as {@link Morphology} draws them, all in proportion to the R wave. */
    static TestComplex normal(double millivolts, double rrSeconds) {
        List<Wave> waves = new ArrayList<>(List.of(
                Wave.of(-0.16, 0.022, 0.12 * millivolts, 0.05 * millivolts),
                Wave.of(-0.022, 0.0065, -0.08 * millivolts, 0),
                Wave.of(0, 0.0105, millivolts, 0),
                Wave.of(0.024, 0.0085, -0.18 * millivolts, 0),
                Wave.of(-0.012, 0.009, 0, 0.25 * millivolts),
                Wave.of(0.011, 0.0125, 0, -0.8 * millivolts)));
        waves.add(Morphology.tWave(qt(rrSeconds) - 0.036, rrSeconds, 0.25 * millivolts, 0.1 * millivolts));
        return of(waves);
    }

    /** Broad, slurred, T wave against it; no P wave. */
    static TestComplex ventricular(double millivolts, double rrSeconds) {
        double width = VENTRICULAR_QRS_SECONDS;
        double v1 = -0.8 * millivolts;
        double end = qt(rrSeconds) - 0.076 + 0.08;
        return of(List.of(
                Wave.of(-0.32 * width, 0.070 * width, 0.15 * millivolts, 0.18 * v1),
                Wave.of(0, 0.175 * width, millivolts, v1),
                Wave.of(0.32 * width, 0.100 * width, 0.2 * millivolts, 0.23 * v1),
                Morphology.tWave(end, rrSeconds, -0.35 * millivolts, -0.35 * v1)));
    }

    private static double qt(double rrSeconds) {
        return QTC_SECONDS * StrictMath.sqrt(Math.max(0.3, Math.min(1.4, rrSeconds)));
    }

    private static TestComplex of(List<Wave> waves) {
        double from = 0;
        double to = 0;
        for (Wave wave : waves) {
            from = Math.min(from, wave.centreSeconds() - 5 * wave.risingSeconds());
            to = Math.max(to, wave.centreSeconds() + 5 * wave.fallingSeconds());
        }
        return new TestComplex(
                from,
                to,
                seconds -> waves.stream()
                        .mapToDouble(wave -> wave.mliiMillivolts() * wave.shapeAt(seconds))
                        .sum(),
                seconds -> waves.stream()
                        .mapToDouble(wave -> wave.v1Millivolts() * wave.shapeAt(seconds))
                        .sum());
    }
}
