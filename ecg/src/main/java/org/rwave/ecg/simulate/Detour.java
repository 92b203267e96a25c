package org.rwave.ecg.simulate;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.recording.AnnotationCode;

/**
 * Another way through the ventricles that some conducted beats of a patient take: a bundle branch that is refractory, or an
 * accessory pathway past the AV node. Broad like a ventricular beat, but with the P wave before it and when it is due.
 * Shapes after Goldberger, Clinical Electrocardiography (2017, ch. 5 and 19).
 *
 * @param kind which way
 * @param widerSeconds by how much the QRS complex is wider than the patient's own
 * @param mliiShare height of what is new in MLII relative to the textbook's, negative with the axis turned
 * @param v1Share the same in V1
 * @param discordance how far the T wave has turned against the QRS complex: 0 as usual, 1 entirely
 */
record Detour(Kind kind, double widerSeconds, double mliiShare, double v1Share, double discordance) {
    /** The way. All are class N where the beat is not premature. */
    enum Kind {
        LEFT_BLOCK(AnnotationCode.LEFT_BUNDLE_BRANCH_BLOCK),
        RIGHT_BLOCK(AnnotationCode.RIGHT_BUNDLE_BRANCH_BLOCK),
        /** Annotated N, as in the MIT-BIH record with Wolff-Parkinson-White syndrome. */
        PRE_EXCITATION(AnnotationCode.NORMAL);

        private final AnnotationCode code;

        Kind(AnnotationCode code) {
            this.code = code;
        }

        AnnotationCode code() {
            return code;
        }
    }

    /** A block of either bundle branch, some with a turned axis. */
    static Detour block(Randomness random) {
        return blockOf(random.chance(0.5), random);
    }

    /** A block of the {@code left} bundle branch or of the right one. */
    static Detour blockOf(boolean left, Randomness random) {
        double turned = left && random.chance(0.3) ? -1 : 1;
        return new Detour(
                left ? Kind.LEFT_BLOCK : Kind.RIGHT_BLOCK,
                random.between(0.035, 0.085),
                turned * random.between(0.6, 1.3),
                random.between(0.6, 1.4),
                random.between(0.3, 1));
    }

    /** An accessory pathway: the delta wave is upright or inverted, as its place will have it. */
    static Detour preExcitation(Randomness random) {
        return new Detour(
                Kind.PRE_EXCITATION,
                random.between(0.03, 0.07),
                (random.chance(0.75) ? 1 : -1) * random.between(0.5, 1.5),
                random.sign() * random.between(0.3, 1.2),
                random.between(0, 1));
    }

    /** The QRS complex of a patient whose own is {@code own}, {@code ownSeconds} wide, {@code height} and {@code v1} high. */
    List<Wave> qrs(List<Wave> own, double ownSeconds, double height, double v1) {
        double scale = Morphology.blockScale(ownSeconds + widerSeconds);
        return switch (kind) {
            case LEFT_BLOCK -> Morphology.leftBlockQrs(scale, mliiShare * height, v1Share * v1);
            case RIGHT_BLOCK -> Morphology.rightBlockQrs(scale, height, v1Share * v1);
            case PRE_EXCITATION -> {
                List<Wave> waves = new ArrayList<>(own);
                double begins = 0.4 * ownSeconds;
                waves.add(Wave.of(
                        -begins - 0.4 * widerSeconds,
                        0.3 * widerSeconds,
                        0.3 * mliiShare * height,
                        0.4 * v1Share * v1));
                yield List.copyOf(waves);
            }
        };
    }

    /** The T wave's height in MLII, where the patient's own is {@code own} and the R wave {@code height}. */
    double tMlii(double own, double height) {
        double against = -0.28 * Math.copySign(height, kind == Kind.RIGHT_BLOCK ? -1 : mliiShare);
        return (1 - discordance) * own + discordance * against;
    }

    /** The same in V1, the depth of whose S wave is {@code v1}. */
    double tV1(double own, double v1) {
        boolean down = kind == Kind.LEFT_BLOCK || (kind == Kind.PRE_EXCITATION && v1Share < 0);
        return (1 - discordance) * own + discordance * (down ? 0.35 : -0.25) * v1;
    }
}
