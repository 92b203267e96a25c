package org.rwave.trainer.data;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.rwave.ecg.recording.Recording;

/**
 * Adds recorded noise to a clean recording at a signal-to-noise ratio, as {@code nst} of the WFDB applications defines
 * it: signal power is an eighth of the square of the usual peak-to-peak amplitude of the QRS complexes (the power of a
 * sine of that amplitude), noise power the square of the usual RMS of the noise within a second less its mean; "usual"
 * is the mean without the smallest and largest twentieth. Each lead is scaled on its own.
 */
final class NoiseMixer {
    private static final double QRS_REACH_SECONDS = 0.05;
    private static final int MEASURED = 300;
    private static final int TRIMMED = 20;

    private NoiseMixer() {}

    /**
     * {@code clean} with {@code noise}, which begins at {@code offset} and is repeated at its end.
     *
     * @param beats where the QRS complexes are
     * @throws IllegalArgumentException when rates differ or there is nothing to measure the signal by
     */
    static LoadedRecording add(
            LoadedRecording clean, long[] beats, LoadedRecording noise, int offset, double decibels) {
        if (!clean.rate().equals(noise.rate())) {
            throw new IllegalArgumentException(
                    "noise " + noise.name() + " has " + noise.rate().hertz() + " Hz, record " + clean.name() + " "
                            + clean.rate().hertz() + " Hz; they must be the same");
        }
        int leads = clean.leads().size();
        int[][] mixed = new int[leads][clean.sampleCount()];
        for (int lead = 0; lead < leads; lead++) {
            int source = lead % noise.leads().size();
            double factor = factor(clean, lead, beats, noise, decibels);
            for (int i = 0; i < mixed[lead].length; i++) {
                int value = clean.raw(lead, i);
                int grain = noise.raw(source, (offset + i) % noise.sampleCount());
                boolean known = value != Recording.MISSING && grain != Recording.MISSING;
                mixed[lead][i] = known ? fit(value + factor * grain) : value;
            }
        }
        return clean.withSamples(mixed);
    }

    /** By what the raw units of {@code noise} are multiplied on {@code lead}. */
    static double factor(LoadedRecording clean, int lead, long[] beats, LoadedRecording noise, double decibels) {
        double signalPower = square(usualQrs(clean, lead, beats)) / 8;
        double noiseAmplitude = usualNoise(noise, lead % noise.leads().size());
        return Math.sqrt(signalPower / Math.pow(10, decibels / 10)) / noiseAmplitude;
    }

    /** A recorder's converter stops at its limits. */
    static int fit(double value) {
        return (int) Math.max(Short.MIN_VALUE + 1, Math.min(Short.MAX_VALUE, Math.round(value)));
    }

    /** Raw units from the lowest to the highest sample of a QRS complex. */
    private static double usualQrs(LoadedRecording clean, int lead, long[] beats) {
        int reach = (int) Math.round(QRS_REACH_SECONDS * clean.rate().hertz());
        long[] measured = Arrays.stream(beats)
                .filter(beat -> beat >= reach && beat + reach < clean.sampleCount())
                .limit(MEASURED)
                .toArray();
        if (measured.length == 0) {
            throw new IllegalArgumentException(
                    "record " + clean.name() + " has no beats by which noise could be scaled");
        }
        return usual(measured.length, i -> peakToPeak(clean, lead, (int) measured[i], reach));
    }

    private static double peakToPeak(LoadedRecording clean, int lead, int centre, int reach) {
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int i = centre - reach; i <= centre + reach; i++) {
            int value = clean.raw(lead, i);
            if (value != Recording.MISSING) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return Math.max(1, (double) high - low);
    }

    private static double usualNoise(LoadedRecording noise, int lead) {
        int second = (int) Math.round(noise.rate().hertz());
        int seconds = Math.max(1, Math.min(MEASURED, noise.sampleCount() / second));
        return Math.max(1, usual(seconds, i -> rms(noise, lead, i * second, second)));
    }

    private static double rms(LoadedRecording noise, int lead, int from, int length) {
        int to = Math.min(noise.sampleCount(), from + length);
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += noise.raw(lead, i);
            squares += square(noise.raw(lead, i));
        }
        double mean = sum / (to - from);
        return Math.sqrt(Math.max(0, squares / (to - from) - square(mean)));
    }

    private static double usual(int count, IntToDoubleFunction measure) {
        double[] values = new double[count];
        Arrays.setAll(values, measure);
        Arrays.sort(values);
        int cut = count / TRIMMED;
        return Arrays.stream(values, cut, count - cut).average().orElseThrow();
    }

    private static double square(double value) {
        return value * value;
    }
}
