package org.rwave.ecg.alarm;

import static org.rwave.ecg.alarm.AlarmKind.ASYSTOLE;
import static org.rwave.ecg.alarm.AlarmKind.BIGEMINY;
import static org.rwave.ecg.alarm.AlarmKind.EXTREME_BRADYCARDIA;
import static org.rwave.ecg.alarm.AlarmKind.EXTREME_TACHYCARDIA;
import static org.rwave.ecg.alarm.AlarmKind.FREQUENT_VENTRICULAR_BEATS;
import static org.rwave.ecg.alarm.AlarmKind.IDIOVENTRICULAR_RHYTHM;
import static org.rwave.ecg.alarm.AlarmKind.IRREGULAR_RHYTHM;
import static org.rwave.ecg.alarm.AlarmKind.LEADS_OFF;
import static org.rwave.ecg.alarm.AlarmKind.MISSED_BEAT;
import static org.rwave.ecg.alarm.AlarmKind.NOISY_SIGNAL;
import static org.rwave.ecg.alarm.AlarmKind.NON_SUSTAINED_VENTRICULAR_TACHYCARDIA;
import static org.rwave.ecg.alarm.AlarmKind.PAUSE;
import static org.rwave.ecg.alarm.AlarmKind.R_ON_T;
import static org.rwave.ecg.alarm.AlarmKind.SUPRAVENTRICULAR_TACHYCARDIA;
import static org.rwave.ecg.alarm.AlarmKind.TRIGEMINY;
import static org.rwave.ecg.alarm.AlarmKind.VENTRICULAR_COUPLET;
import static org.rwave.ecg.alarm.AlarmKind.VENTRICULAR_FIBRILLATION;
import static org.rwave.ecg.alarm.AlarmKind.VENTRICULAR_RUN;
import static org.rwave.ecg.alarm.AlarmKind.VENTRICULAR_TACHYCARDIA;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Alarm chains: of the alarms of one chain only the worst speaks. While it is active the lesser ones are not started, and
 * those that are active end, with one exception ({@link AlarmLifecycle}): what is over in a moment, such as a couplet, ends
 * no condition that lasts, such as bigeminy, which is still there when the moment has passed. Both are active then, and the
 * lesser one was announced before. The chains are those of bedside monitors (Philips "alarm chaining", IntelliVue Instructions
 * for Use; Mindray "arrhythmia shield"): red alarms head every chain, ectopy, rate, missing beats and irregularity below.
 *
 * <p>Departure: frequent ventricular beats stand below the red alarms only, not below couplets and bigeminy. There the two
 * took turns: over MIT-BIH 151 starts in 24 hours of recordings instead of 73.
 */
final class AlarmChain {
    /** Worst first. */
    private static final List<List<AlarmKind>> CHAINS = List.of(
            List.of(
                    ASYSTOLE,
                    VENTRICULAR_FIBRILLATION,
                    VENTRICULAR_TACHYCARDIA,
                    NON_SUSTAINED_VENTRICULAR_TACHYCARDIA,
                    IDIOVENTRICULAR_RHYTHM,
                    VENTRICULAR_RUN,
                    VENTRICULAR_COUPLET,
                    R_ON_T,
                    BIGEMINY,
                    TRIGEMINY),
            List.of(ASYSTOLE, VENTRICULAR_FIBRILLATION, VENTRICULAR_TACHYCARDIA, FREQUENT_VENTRICULAR_BEATS),
            List.of(
                    ASYSTOLE,
                    VENTRICULAR_FIBRILLATION,
                    VENTRICULAR_TACHYCARDIA,
                    EXTREME_TACHYCARDIA,
                    SUPRAVENTRICULAR_TACHYCARDIA),
            List.of(ASYSTOLE, VENTRICULAR_FIBRILLATION, EXTREME_BRADYCARDIA, PAUSE, MISSED_BEAT),
            List.of(ASYSTOLE, VENTRICULAR_FIBRILLATION, IRREGULAR_RHYTHM),
            List.of(LEADS_OFF, NOISY_SIGNAL));

    private static final Map<AlarmKind, Set<AlarmKind>> LESSER = lesser();

    private AlarmChain() {}

    /** The kinds that {@code kind} silences. */
    static Set<AlarmKind> lesserThan(AlarmKind kind) {
        return LESSER.get(kind);
    }

    /** Whether {@code worse} silences {@code kind}. */
    static boolean outranks(AlarmKind worse, AlarmKind kind) {
        return LESSER.get(worse).contains(kind);
    }

    private static Map<AlarmKind, Set<AlarmKind>> lesser() {
        Map<AlarmKind, Set<AlarmKind>> lesser = new EnumMap<>(AlarmKind.class);
        for (AlarmKind kind : AlarmKind.values()) {
            Set<AlarmKind> below = EnumSet.noneOf(AlarmKind.class);
            for (List<AlarmKind> chain : CHAINS) {
                int rank = chain.indexOf(kind);
                if (rank >= 0) {
                    below.addAll(chain.subList(rank + 1, chain.size()));
                }
            }
            lesser.put(kind, below);
        }
        return lesser;
    }
}
