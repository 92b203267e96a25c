package org.rwave.ecg.beat;

/**
 * A beat whose class is not final yet, right behind a final ventricular one: how alike their QRS complexes are. In a run of
 * one focus every beat looks like the one before, in bidirectional tachycardia like the one before that; so this says early what
 * the class will say once the next beat is known, and in noise that the beats are none.
 *
 * @param sampleIndex position of the R peak, samples of the source since the start of the recording
 * @param likeness to the beat before, or to the one before that where it was ventricular too and more alike: 1 for the same form and size, about 0 for unrelated ones, -1 for the opposite (see {@link Likeness})
 * @param lowQuality the signal around the beat is too noisy for its form to be relied on
 */
public record LikeBeat(long sampleIndex, double likeness, boolean lowQuality) {}
