package org.rwave.ecg.recording;

import java.util.Optional;

/**
 * Annotation types of the MIT format with their codes and mnemonics (WFDB, {@code ecgcodes.h} and {@code annstr}).
 */
public enum AnnotationCode {
    /** Not a QRS: a place holder that is never a beat. */
    NOTQRS(0, " "),
    /** Normal beat. */
    NORMAL(1, "N"),
    /** Left bundle branch block beat. */
    LEFT_BUNDLE_BRANCH_BLOCK(2, "L"),
    /** Right bundle branch block beat. */
    RIGHT_BUNDLE_BRANCH_BLOCK(3, "R"),
    /** Aberrated atrial premature beat. */
    ABERRATED_ATRIAL_PREMATURE(4, "a"),
    /** Premature ventricular contraction. */
    PREMATURE_VENTRICULAR(5, "V"),
    /** Fusion of ventricular and normal beat. */
    FUSION_VENTRICULAR(6, "F"),
    /** Nodal (junctional) premature beat. */
    NODAL_PREMATURE(7, "J"),
    /** Atrial premature contraction. */
    ATRIAL_PREMATURE(8, "A"),
    /** Premature or ectopic supraventricular beat. */
    SUPRAVENTRICULAR_PREMATURE(9, "S"),
    /** Ventricular escape beat. */
    VENTRICULAR_ESCAPE(10, "E"),
    /** Nodal (junctional) escape beat. */
    NODAL_ESCAPE(11, "j"),
    /** Paced beat. */
    PACED(12, "/"),
    /** Unclassifiable beat. */
    UNCLASSIFIABLE(13, "Q"),
    /** Signal quality change. */
    SIGNAL_QUALITY_CHANGE(14, "~"),
    /** Undefined by the format; a file may define it. */
    UNDEFINED_15(15, "[15]"),
    /** Isolated QRS-like artifact. */
    ISOLATED_QRS_LIKE_ARTIFACT(16, "|"),
    /** Undefined by the format; a file may define it. */
    UNDEFINED_17(17, "[17]"),
    /** ST segment change. */
    ST_CHANGE(18, "s"),
    /** T wave change. */
    T_WAVE_CHANGE(19, "T"),
    /** Systole. */
    SYSTOLE(20, "*"),
    /** Diastole. */
    DIASTOLE(21, "D"),
    /** Comment. */
    COMMENT(22, "\""),
    /** Measurement. */
    MEASUREMENT(23, "="),
    /** P wave peak. */
    P_WAVE_PEAK(24, "p"),
    /** Bundle branch block beat, unspecified. */
    BUNDLE_BRANCH_BLOCK(25, "B"),
    /** Pacemaker artifact, not captured. */
    PACER_SPIKE(26, "^"),
    /** T wave peak. */
    T_WAVE_PEAK(27, "t"),
    /** Rhythm change; aux names the rhythm. */
    RHYTHM_CHANGE(28, "+"),
    /** U wave peak. */
    U_WAVE_PEAK(29, "u"),
    /** Beat during learning. */
    LEARNING(30, "?"),
    /** Ventricular flutter wave. */
    FLUTTER_WAVE(31, "!"),
    /** Start of ventricular flutter or fibrillation. */
    FLUTTER_ONSET(32, "["),
    /** End of ventricular flutter or fibrillation. */
    FLUTTER_END(33, "]"),
    /** Atrial escape beat. */
    ATRIAL_ESCAPE(34, "e"),
    /** Supraventricular escape beat. */
    SUPRAVENTRICULAR_ESCAPE(35, "n"),
    /** Link to external data; aux holds the URL. */
    LINK(36, "@"),
    /** Non-conducted P wave. */
    NON_CONDUCTED_P_WAVE(37, "x"),
    /** Fusion of paced and normal beat. */
    FUSION_PACED(38, "f"),
    /** Waveform onset. */
    WAVEFORM_ONSET(39, "("),
    /** Waveform end. */
    WAVEFORM_END(40, ")"),
    /** R-on-T premature ventricular contraction. */
    R_ON_T(41, "r"),
    /** Left to users by the format, as are the next seven; a file may define them. Never a beat here. */
    USER_42(42, "[42]"),
    USER_43(43, "[43]"),
    USER_44(44, "[44]"),
    USER_45(45, "[45]"),
    USER_46(46, "[46]"),
    USER_47(47, "[47]"),
    USER_48(48, "[48]"),
    USER_49(49, "[49]");

    private static final AnnotationCode[] BY_CODE = new AnnotationCode[50];

    static {
        for (AnnotationCode annotationCode : values()) {
            BY_CODE[annotationCode.code] = annotationCode;
        }
    }

    private final int code;
    private final String mnemonic;

    AnnotationCode(int code, String mnemonic) {
        this.code = code;
        this.mnemonic = mnemonic;
    }

    /** The number in the file, 0 to 49. */
    public int code() {
        return code;
    }

    /** The character that WFDB prints. */
    public String mnemonic() {
        return mnemonic;
    }

    /** The type with number {@code code}; empty for numbers that the format leaves undefined. */
    public static Optional<AnnotationCode> ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? Optional.ofNullable(BY_CODE[code]) : Optional.empty();
    }

    /** The type that WFDB prints as {@code mnemonic}. */
    public static Optional<AnnotationCode> ofMnemonic(String mnemonic) {
        for (AnnotationCode candidate : values()) {
            if (candidate.mnemonic.equals(mnemonic)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Whether it marks a heartbeat: what WFDB's {@code isqrs} says, {@link #FLUTTER_WAVE} excluded. */
    public boolean isBeat() {
        return switch (this) {
            case NORMAL,
                    LEFT_BUNDLE_BRANCH_BLOCK,
                    RIGHT_BUNDLE_BRANCH_BLOCK,
                    ABERRATED_ATRIAL_PREMATURE,
                    PREMATURE_VENTRICULAR,
                    FUSION_VENTRICULAR,
                    NODAL_PREMATURE,
                    ATRIAL_PREMATURE,
                    SUPRAVENTRICULAR_PREMATURE,
                    VENTRICULAR_ESCAPE,
                    NODAL_ESCAPE,
                    PACED,
                    UNCLASSIFIABLE,
                    BUNDLE_BRANCH_BLOCK,
                    LEARNING,
                    ATRIAL_ESCAPE,
                    SUPRAVENTRICULAR_ESCAPE,
                    FUSION_PACED,
                    R_ON_T -> true;
            default -> false;
        };
    }
}
