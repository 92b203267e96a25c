package org.rwave.ecg.beat;

/**
 * A beat whose class is not final yet, right behind a final ventricular one: how alike their QRS complexes are. In a run of
 * one focus every beat looks like the one before, so this says early what the class will say once the next beat is known.
 *
 * @param sampleIndex position of the R peak, samples of the source since the start of the recording
 * @param likeness 1 for the same form and size, about 0 for unrelated ones, -1 for the opposite (see {@link Likeness})
 * @param lowQuality the signal around the beat is too noisy for its form to be relied on
 */
public record LikeBeat(long sampleIndex, double likeness, boolean lowQuality) {}
