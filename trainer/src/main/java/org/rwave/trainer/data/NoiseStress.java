package org.rwave.trainer.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.score.ClassMapping;

/**
 * The noise stress test of Moody, Muldrow and Mark (1984) by the standard protocol of WFDB's {@code nst(1)}: five clean
 * minutes, then two noisy and two clean ones in turn, noise from its beginning and scaled by the first 300 normal beats as
 * {@link NoiseMixer} does. Offsets keep the signal without a step where noise begins and ends.
 */
public final class NoiseStress {
    private static final Duration LEARNING = Duration.ofMinutes(5);
    private static final Duration STRETCH = Duration.ofMinutes(2);

    private NoiseStress() {}

    /** The noisy stretches of the protocol in a recording of {@code length}, in order. */
    public static List<Stretch> stretches(Duration length) {
        List<Stretch> stretches = new ArrayList<>();
        for (Duration from = LEARNING; from.compareTo(length) < 0; from = from.plus(STRETCH.multipliedBy(2))) {
            Duration to = from.plus(STRETCH);
            stretches.add(new Stretch(from, to.compareTo(length) < 0 ? to : length));
        }
        return stretches;
    }

    /** From where to where there is noise, since the start of the recording. */
    public record Stretch(Duration from, Duration to) {
        /** Whether {@code seconds} after the start lie in it. */
        public boolean holds(double seconds) {
            return from.toMillis() <= seconds * 1000 && seconds * 1000 < to.toMillis();
        }
    }

    /** {@code clean}, whose beats are {@code annotations}, with {@code noise} on it. */
    static LoadedRecording add(
            LoadedRecording clean, List<Annotation> annotations, LoadedRecording noise, double decibels) {
        long[] normal = annotations.stream()
                .filter(annotation ->
                        ClassMapping.EC57.classOf(annotation.code()).equals(Optional.of(BeatClass.N)))
                .mapToLong(Annotation::sampleIndex)
                .toArray();
        int[][] stressed = new int[clean.leads().size()][];
        for (int lead = 0; lead < stressed.length; lead++) {
            double factor = NoiseMixer.factor(clean, lead, normal, noise, decibels);
            stressed[lead] = lead(clean, lead, noise, factor);
        }
        return clean.withSamples(stressed);
    }

    private static int[] lead(LoadedRecording clean, int lead, LoadedRecording noise, double factor) {
        int source = lead % noise.leads().size();
        int learning = clean.rate().samplesIn(LEARNING);
        int stretch = clean.rate().samplesIn(STRETCH);
        int[] samples = new int[clean.sampleCount()];
        boolean wasNoisy = false;
        double offset = 0;
        for (int i = 0; i < samples.length; i++) {
            boolean isNoisy = i >= learning && (i - learning) / stretch % 2 == 0;
            double added = factor * noise.raw(source, i % noise.sampleCount());
            if (isNoisy != wasNoisy) {
                offset += isNoisy ? -added : added;
                wasNoisy = isNoisy;
            }
            int value = clean.raw(lead, i);
            samples[i] = value == Recording.MISSING ? value : NoiseMixer.fit(value + (isNoisy ? added : 0) + offset);
        }
        return samples;
    }
}
