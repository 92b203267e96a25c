package org.rwave.trainer.report.evaluation;

import java.util.List;
import org.rwave.ecg.beat.BeatClass;

/**
 * Beats to look at. Waveforms are the first lead as the network sees it: 180 samples a second, in units of the patient's
 * usual QRS amplitude, R at sample 67.
 *
 * @param right well-recognised beats, spread over classes and records
 * @param wrong the most confident errors, spread over kinds of error and records
 * @param shapes mean waveform of each class by truth
 */
public record BeatGallery(List<Picture> right, List<Picture> wrong, List<Shape> shapes) {
    /**
     * One beat.
     *
     * @param seconds since the start of the record
     * @param confidence probability of what was said
     * @param waveform first lead
     * @param template the patient's own template in the same lead
     */
    public record Picture(
            String record,
            double seconds,
            BeatClass truth,
            BeatClass said,
            double confidence,
            List<Double> waveform,
            List<Double> template) {}

    /** Mean and standard deviation of the beats of a class, sample by sample. */
    public record Shape(BeatClass beatClass, long beats, List<Double> mean, List<Double> deviation) {}
}
