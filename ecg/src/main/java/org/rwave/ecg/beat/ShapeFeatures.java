package org.rwave.ecg.beat;

/**
 * Which of the patient's shapes a beat has, and what is known of that shape: a wide beat that comes on time again and
 * again (bundle branch block, pre-excitation) is told from a ventricular focus by the company it keeps, not by its looks.
 */
final class ShapeFeatures {
    static final int COUNT = 4;

    private ShapeFeatures() {}

    static void write(float[] into, int at, CutWindow beat, TemplateBank templates) {
        int shape = templates.bestMatch(beat);
        into[at] = (float) templates.correlation(shape, beat);
        into[at + 1] = (float) templates.share(shape);
        into[at + 2] = (float) templates.prematurity(shape);
        into[at + 3] = templates.isDominant(shape) ? 1 : 0;
    }
}
