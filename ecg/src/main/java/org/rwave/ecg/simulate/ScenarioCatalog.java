package org.rwave.ecg.simulate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Scenarios that can be asked for by name, each about a minute or two of one thing. */
public final class ScenarioCatalog {
    /**
     * A scenario and what it is called.
     *
     * @param label as a user types it, for instance {@code atrial-fibrillation}
     * @param description what happens in it, one line
     */
    public record Named(String label, String description, Scenario scenario) {}

    private static final List<Named> ALL = List.of(
            new Named(
                    "normal",
                    "sinus rhythm, nothing else",
                    Scenario.builder().sinus(70, seconds(120)).build()),
            new Named(
                    "ectopy",
                    "atrial and ventricular premature, fusion and unclassifiable beats in sinus rhythm",
                    ectopy()),
            new Named(
                    "couplets-and-runs",
                    "couplets, a run of five, bigeminy, trigeminy",
                    Scenario.builder()
                            .sinus(75, seconds(15))
                            .couplet()
                            .sinus(75, seconds(12))
                            .couplet()
                            .sinus(75, seconds(12))
                            .run(5)
                            .sinus(75, seconds(15))
                            .bigeminy(8)
                            .sinus(75, seconds(12))
                            .trigeminy(6)
                            .sinus(75, seconds(12))
                            .build()),
            new Named(
                    "ventricular-tachycardia",
                    "sustained ventricular tachycardia at 170/min",
                    Scenario.builder()
                            .sinus(80, seconds(30))
                            .ventricularTachycardia(170, seconds(20))
                            .sinus(90, seconds(40))
                            .build()),
            new Named(
                    "ventricular-fibrillation",
                    "tachycardia, flutter, fibrillation, then standstill",
                    Scenario.builder()
                            .sinus(85, seconds(30))
                            .ventricularTachycardia(190, seconds(8))
                            .ventricularFlutter(seconds(6))
                            .ventricularFibrillation(seconds(20))
                            .asystole(seconds(6))
                            .sinus(60, seconds(30))
                            .build()),
            new Named(
                    "atrial-fibrillation",
                    "paroxysm of atrial fibrillation",
                    Scenario.builder()
                            .sinus(70, seconds(30))
                            .prematureAtrial()
                            .atrialFibrillation(105, seconds(60))
                            .sinus(72, seconds(30))
                            .build()),
            new Named(
                    "atrial-flutter",
                    "atrial flutter, 4:1 then 2:1",
                    Scenario.builder()
                            .atrialFlutter(4, seconds(40))
                            .atrialFlutter(2, seconds(30))
                            .build()),
            new Named(
                    "asystole",
                    "pause of three seconds, then standstill for eight",
                    Scenario.builder()
                            .sinus(60, seconds(30))
                            .pause(seconds(3))
                            .sinus(55, seconds(20))
                            .asystole(seconds(8))
                            .sinus(50, seconds(30))
                            .build()),
            new Named(
                    "bradycardia",
                    "sinus rhythm slowing to 34/min and back",
                    Scenario.builder()
                            .sinus(62, seconds(20))
                            .sinusRamp(60, 34, seconds(20))
                            .sinus(34, seconds(30))
                            .sinusRamp(34, 65, seconds(20))
                            .build()),
            new Named(
                    "tachycardia",
                    "sinus rhythm rising to 155/min and back",
                    Scenario.builder()
                            .sinus(85, seconds(20))
                            .sinusRamp(85, 155, seconds(20))
                            .sinus(155, seconds(30))
                            .sinusRamp(155, 90, seconds(20))
                            .build()),
            new Named(
                    "paced",
                    "ventricular pacing at 70/min with a ventricular premature beat",
                    Scenario.builder()
                            .paced(70, seconds(40))
                            .prematureVentricular()
                            .paced(70, seconds(40))
                            .build()),
            new Named(
                    "noise",
                    "muscle noise, electrode motion, wander and mains over sinus rhythm with ectopy",
                    Scenario.builder()
                            .sinus(74, seconds(15))
                            .muscleNoise(0.12, seconds(12))
                            .sinus(74, seconds(8))
                            .prematureVentricular()
                            .sinus(74, seconds(12))
                            .electrodeMotion(0.6, seconds(12))
                            .sinus(74, seconds(20))
                            .baselineWander(0.8, seconds(15))
                            .mains(0.1, seconds(15))
                            .sinus(74, seconds(25))
                            .build()),
            new Named(
                    "lead-off",
                    "one lead missing, one flat, both missing",
                    Scenario.builder()
                            .sinus(70, seconds(15))
                            .leadMissing(0, seconds(10))
                            .sinus(70, seconds(20))
                            .leadFlat(1, seconds(10))
                            .sinus(70, seconds(20))
                            .leadMissing(0, seconds(8))
                            .leadMissing(1, seconds(8))
                            .sinus(70, seconds(20))
                            .build()));

    private ScenarioCatalog() {}

    public static List<Named> all() {
        return ALL;
    }

    /** The scenario with this label. */
    public static Optional<Named> find(String label) {
        return ALL.stream().filter(one -> one.label().equals(label)).findFirst();
    }

    private static Scenario ectopy() {
        Scenario.Builder scenario = Scenario.builder();
        for (int i = 0; i < 4; i++) {
            scenario.sinus(72, seconds(8))
                    .prematureVentricular()
                    .sinus(72, seconds(6))
                    .prematureAtrial();
            scenario.sinus(72, seconds(6)).fusion().sinus(72, seconds(5)).unknown();
        }
        return scenario.sinus(72, seconds(8)).build();
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
