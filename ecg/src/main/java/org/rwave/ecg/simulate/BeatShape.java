package org.rwave.ecg.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * The waves of one beat in both leads and the place of its major peak in MLII, where its annotation goes.
 *
 * @param waves all waves, P to T
 * @param peakSeconds major peak of the QRS complex in MLII, relative to the beat's reference instant
 */
record BeatShape(List<Wave> waves, double peakSeconds) {
    private static final double REFINEMENT_SECONDS = 0.001;

    /** A beat of atrial waves, a QRS complex and repolarisation. */
    static BeatShape of(List<Wave> atrial, List<Wave> qrs, List<Wave> repolarisation) {
        List<Wave> all = new ArrayList<>(atrial.size() + qrs.size() + repolarisation.size());
        all.addAll(atrial);
        all.addAll(qrs);
        all.addAll(repolarisation);
        return new BeatShape(List.copyOf(all), majorPeak(qrs));
    }

    /** Steepest climb in steps of one millisecond from the wave that stands highest. */
    private static double majorPeak(List<Wave> qrs) {
        double best = 0;
        double height = -1;
        for (Wave wave : qrs) {
            double candidate = Math.abs(mliiAt(qrs, wave.centreSeconds()));
            if (candidate > height) {
                height = candidate;
                best = wave.centreSeconds();
            }
        }
        double step =
                Math.abs(mliiAt(qrs, best + REFINEMENT_SECONDS)) > height ? REFINEMENT_SECONDS : -REFINEMENT_SECONDS;
        double next = Math.abs(mliiAt(qrs, best + step));
        while (next > height) {
            best += step;
            height = next;
            next = Math.abs(mliiAt(qrs, best + step));
        }
        return best;
    }

    private static double mliiAt(List<Wave> waves, double seconds) {
        double sum = 0;
        for (Wave wave : waves) {
            if (wave.mliiMillivolts() != 0) {
                sum += wave.mliiMillivolts() * wave.shapeAt(seconds);
            }
        }
        return sum;
    }
}
