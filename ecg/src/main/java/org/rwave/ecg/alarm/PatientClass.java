package org.rwave.ecg.alarm;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which patients a set of alarm defaults is made for: the patient types of ISO/IEEE 11073-10201 (adult, pediatric,
 * neonatal). What a class does not name is as for adults.
 *
 * <p>Sources of what differs. Rates: a supraventricular tachycardia is expected from 180 a minute in a child and 220 in an
 * infant, and a rate below 60 calls for action in a child (American Heart Association, Pediatric Advanced Life Support
 * 2020, algorithms for tachycardia and bradycardia); 160 plus 20 is also Mindray's high limit for children (TMS60 Operator's
 * Manual: 75 to 160) with Philips' distance of the extreme limit (HeartStart XL+ Instructions for Use). Asystole of 3 s:
 * the least that Mindray lets be set (EPM 12M: 3 to 10 s) and PatientNet's fixed value. Pauses of 1.5, 2.0 and 2.5 s: steps
 * of the same Mindray table. Our own choice, for want of a public source: the neonatal low rate (a low limit of 100 less
 * 20), the rates of ventricular tachycardia and the ventricular beats a minute, each nearer to the faster heart.
 *
 * <p>Detector and classifier are tried on recordings of adults only: for children and newborns these are starting points.
 */
public enum PatientClass {
    ADULT(Map.of()),
    PEDIATRIC(Map.of(
            AlarmThreshold.PAUSE_SECONDS, 2.0,
            AlarmThreshold.EXTREME_BRADYCARDIA_BEATS_PER_MINUTE, 60.0,
            AlarmThreshold.EXTREME_TACHYCARDIA_BEATS_PER_MINUTE, 180.0,
            AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE, 120.0,
            AlarmThreshold.SUPRAVENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE, 180.0,
            AlarmThreshold.FREQUENT_VENTRICULAR_BEATS_PER_MINUTE, 5.0)),
    NEONATAL(Map.of(
            AlarmThreshold.ASYSTOLE_SECONDS, 3.0,
            AlarmThreshold.PAUSE_SECONDS, 1.5,
            AlarmThreshold.EXTREME_BRADYCARDIA_BEATS_PER_MINUTE, 80.0,
            AlarmThreshold.EXTREME_TACHYCARDIA_BEATS_PER_MINUTE, 220.0,
            AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE, 150.0,
            AlarmThreshold.SUPRAVENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE, 220.0,
            AlarmThreshold.FREQUENT_VENTRICULAR_BEATS_PER_MINUTE, 5.0));

    @SuppressWarnings("ImmutableEnumChecker") // it is: AlarmSettings copies its maps
    private final AlarmSettings settings;

    PatientClass(Map<AlarmThreshold, Double> differences) {
        Map<AlarmThreshold, Double> thresholds = new EnumMap<>(AlarmThreshold.class);
        thresholds.putAll(differences);
        settings = new AlarmSettings(thresholds, Map.of(), Set.of());
    }

    /** The documented defaults of this class. */
    public AlarmSettings settings() {
        return settings;
    }

    /** How settings files call it, for instance {@code adult}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
