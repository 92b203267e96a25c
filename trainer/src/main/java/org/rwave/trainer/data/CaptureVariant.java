package org.rwave.trainer.data;

import java.util.List;
import java.util.Optional;
import org.rwave.ecg.monitor.BeatSource;

/**
 * How a record is played to the monitor when beats are captured. The variants beside {@link #REFERENCE} show the network
 * what it will meet at the bedside: positions from the own detector, an electrode missing, noise, beats missed or seen
 * where there are none, other heart rates. {@link VariantText} reads and explains them.
 *
 * @param name the words of the variant; the random choices follow from it and the record, from nothing else
 * @param source where the R peaks come from
 * @param leads which leads the monitor gets
 * @param jitterSamples largest displacement of a reference position, samples of the recording
 * @param missed share of the reference positions that are left out
 * @param extra share of the beats after which a position is played where there is no beat
 * @param noise what is added to the signal
 * @param rrScale factor on all intervals of a record, drawn once per record
 * @param provisional whether the beats are taken as first stated, without their successor
 * @param share share of the beats that are kept
 */
public record CaptureVariant(
        String name,
        BeatSource source,
        LeadChoice leads,
        int jitterSamples,
        double missed,
        double extra,
        List<Noise> noise,
        Optional<Span> rrScale,
        boolean provisional,
        double share) {
    /** Both leads, R peaks at the reference annotations, every beat: what models are judged on. */
    public static final CaptureVariant REFERENCE = VariantText.parse("REFERENCE");

    public CaptureVariant {
        noise = List.copyOf(noise);
    }

    /** From where to where a number is drawn, evenly; both the same for a fixed one. */
    public record Span(double from, double to) {
        double at(double fraction) {
            return from + (to - from) * fraction;
        }
    }

    /** Noise of one kind of the MIT-BIH Noise Stress Test Database at a signal-to-noise ratio in dB. */
    public record Noise(NoiseKind kind, Span decibels) {}

    /** Which leads the monitor gets. */
    public enum LeadChoice {
        BOTH,
        FIRST_LEAD,
        SECOND_LEAD,
        /** Both, under each other's name, as when electrodes are mixed up. */
        SWAPPED_LEADS
    }

    /** Of the beats of a real record that is played so. */
    BeatOrigin origin() {
        return name.equals(REFERENCE.name()) ? BeatOrigin.REFERENCE : BeatOrigin.VARIANT;
    }

    @Override
    public String toString() {
        return share < 1 ? name + "*" + share : name;
    }
}
