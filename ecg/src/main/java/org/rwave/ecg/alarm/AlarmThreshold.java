package org.rwave.ecg.alarm;

import java.util.Locale;
import java.util.Optional;

/**
 * Every number an alarm rule compares with: unit in the name, default, permitted range. The rule class that uses it cites
 * the source. Where vendors let it be adjusted, the range is about theirs.
 */
public enum AlarmThreshold {
    /** No R peak for this long. CinC 2015: 4 s; vendors 3 to 10 s. */
    ASYSTOLE_SECONDS(4.0, 2.0, 15.0),
    /** No R peak for this long, after a beat. */
    PAUSE_SECONDS(2.5, 1.2, 5.0),
    /** Slower than this, over the beats below. */
    EXTREME_BRADYCARDIA_BEATS_PER_MINUTE(40, 20, 80),
    EXTREME_BRADYCARDIA_BEATS(5, 3, 10),
    /** Faster than this, over the beats below. */
    EXTREME_TACHYCARDIA_BEATS_PER_MINUTE(140, 100, 300),
    EXTREME_TACHYCARDIA_BEATS(17, 5, 30),
    /** An extreme rate has ended when it is inside its limit by this much, so that it does not flicker around it. */
    RATE_HYSTERESIS_BEATS_PER_MINUTE(5, 0, 20),
    /** And it must stay inside for this long: in fibrillation and noise the measured rate jumps about. */
    RATE_END_SECONDS(10, 0, 60),
    /** Consecutive ventricular beats that make a tachycardia, and their least rate. */
    VENTRICULAR_TACHYCARDIA_BEATS(5, 3, 15),
    VENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE(100, 80, 200),
    /** Consecutive beats, none of them ventricular, that end it. */
    VENTRICULAR_TACHYCARDIA_END_BEATS(3, 1, 10),
    /** Consecutive ventricular beats, slower than tachycardia, that make a rhythm of their own. */
    IDIOVENTRICULAR_RHYTHM_BEATS(5, 3, 15),
    SUPRAVENTRICULAR_TACHYCARDIA_BEATS(5, 3, 15),
    /** Faster than this. */
    SUPRAVENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE(150, 100, 300),
    BIGEMINY_CYCLES(3, 2, 10),
    TRIGEMINY_CYCLES(3, 2, 10),
    /** More ventricular beats than this in 60 s. */
    FREQUENT_VENTRICULAR_BEATS_PER_MINUTE(10, 1, 100),
    /** R-on-T: RR before the beat below this fraction of the mean RR. */
    R_ON_T_COUPLING_FRACTION(1.0 / 3, 0.2, 0.5),
    /** R-on-T: RR after the beat at least this fraction of the mean RR. */
    R_ON_T_COMPENSATION_FRACTION(1.25, 1.0, 2.0),
    /** Missed beat: RR above this fraction of the mean RR (below 100 beats a minute). */
    MISSED_BEAT_FRACTION(1.75, 1.5, 2.5),
    /** Irregular rhythm: for at least this long. */
    IRREGULAR_RHYTHM_SECONDS(30, 10, 300),
    /** Without a lead to go by, or without samples, for longer than this: nothing is claimed any more. */
    SIGNAL_LOST_SECONDS(2.0, 0.5, 10),
    /** A usable lead for this long ends leads off. */
    LEADS_ON_SECONDS(1.0, 0, 10),
    /** No good lead, at least a noisy one, for this long. */
    NOISY_SIGNAL_SECONDS(10, 1, 60),
    /** A good lead for this long ends noisy signal. */
    NOISY_SIGNAL_END_SECONDS(5, 0, 60),
    /** What happens and is over (couplet, run, pause, ...) stays active this long; repeats meanwhile are updates. */
    MOMENTARY_HOLD_SECONDS(10, 0, 300),
    /** After its end, the same physiological alarm is not started again for this long; HIGH always is. */
    MEDIUM_REFRACTORY_SECONDS(30, 0, 900),
    LOW_REFRACTORY_SECONDS(60, 0, 900);

    private final double defaultValue;
    private final double least;
    private final double greatest;

    AlarmThreshold(double defaultValue, double least, double greatest) {
        this.defaultValue = defaultValue;
        this.least = least;
        this.greatest = greatest;
    }

    public double defaultValue() {
        return defaultValue;
    }

    /** Least permitted value, inclusive. */
    public double least() {
        return least;
    }

    /** Greatest permitted value, inclusive. */
    public double greatest() {
        return greatest;
    }

    /** Whether it counts beats or cycles. */
    public boolean isWhole() {
        return name().endsWith("_BEATS") || name().endsWith("_CYCLES");
    }

    /** Why {@code value} cannot be: outside the permitted range, or a fraction of a beat; empty when it can. */
    public Optional<String> problem(double value) {
        if (!(value >= least && value <= greatest)) {
            return Optional.of(key() + " must be in [" + least + ", " + greatest + "], was " + value);
        }
        return isWhole() && value != Math.rint(value)
                ? Optional.of(key() + " must be a whole number, was " + value)
                : Optional.empty();
    }

    /** How settings files call it, for instance {@code asystole-seconds}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
