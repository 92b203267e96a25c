package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmScene.phases;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings that change while the patient is being monitored. */
class ChangedSettingsTest {
    static List<Integer> seeds() {
        return AlarmPropertiesTest.seeds();
    }

    @Test
    void an_active_alarm_goes_on_under_the_new_settings() {
        AlarmScene scene = new AlarmScene(AlarmSettings.defaults(), 360, 0, false);

        scene.run("N800*5 wait4500");
        scene.change(AlarmSettings.defaults().with(AlarmThreshold.ASYSTOLE_SECONDS, 9));

        assertThat(phases(scene.run("wait1000 N800*3")))
                .startsWith("PAUSE START", "PAUSE END", "ASYSTOLE START", "ASYSTOLE END");
    }

    @Test
    void what_was_counted_before_counts_after() {
        AlarmScene scene = new AlarmScene(
                AlarmSettings.defaults().with(AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS, 15), 360, 0, false);

        assertThat(phases(scene.run("N800*5 V400*8"))).doesNotContain("VENTRICULAR_TACHYCARDIA START");
        scene.change(AlarmSettings.defaults());

        assertThat(phases(scene.run("V400*2"))).contains("VENTRICULAR_TACHYCARDIA START");
    }

    @Test
    void an_alarm_that_is_switched_off_ends_at_the_next_tick() {
        AlarmScene scene = new AlarmScene(AlarmSettings.defaults(), 360, 0, false);

        scene.run("N800*5 wait4500");
        scene.change(AlarmSettings.defaults().without(AlarmKind.ASYSTOLE));

        List<AlarmEvent> events = scene.run("wait200");
        assertThat(events.get(events.size() - 1).message()).contains("switched off in the alarm settings");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_changes_in_midstream_every_alarm_starts_once_and_ends_once_after_it(int seed) {
        Random random = new Random(seed);
        AlarmScene scene = new AlarmScene(AlarmSettings.defaults(), 360, 0, false);
        for (String step : steps(seed)) {
            scene.run(step);
            if (random.nextInt(4) == 0) {
                scene.change(randomSettings(random));
            }
        }

        assertOneStartAndOneEnd(scene.runToEnd("N800"));
    }

    private static String[] steps(int seed) {
        return AlarmPropertiesTest.rhythm(seed).strip().split("\\s+", -1);
    }

    /** Any settings that can be: each threshold somewhere in its range, kinds off, priorities anew. */
    private static AlarmSettings randomSettings(Random random) {
        Map<AlarmThreshold, Double> thresholds = new EnumMap<>(AlarmThreshold.class);
        for (AlarmThreshold threshold : AlarmThreshold.values()) {
            double value = threshold.least() + random.nextDouble() * (threshold.greatest() - threshold.least());
            thresholds.put(threshold, threshold.isWhole() ? Math.rint(value) : value);
        }
        AlarmSettings.conflicts(thresholds)
                .forEach(conflict -> conflict.thresholds().forEach(thresholds::remove));
        if (!AlarmSettings.conflicts(thresholds).isEmpty()) {
            thresholds.clear();
        }
        AlarmSettings settings = new AlarmSettings(thresholds, Map.of(), Set.of());
        for (AlarmKind kind : AlarmKind.values()) {
            settings = random.nextInt(8) == 0 ? settings.without(kind) : settings;
            settings = settings.with(kind, AlarmPriority.values()[random.nextInt(3)]);
        }
        return settings;
    }

    private static void assertOneStartAndOneEnd(List<AlarmEvent> events) {
        Map<AlarmKind, Long> active = new EnumMap<>(AlarmKind.class);
        Set<AlarmId> started = new HashSet<>();
        List<AlarmEvent> open = new ArrayList<>();
        for (AlarmEvent event : events) {
            switch (event.phase()) {
                case START -> {
                    assertThat(started.add(AlarmId.of("s", event)))
                            .as("%s is new", event)
                            .isTrue();
                    assertThat(active.put(event.kind(), event.onsetSampleIndex()))
                            .isNull();
                    open.add(event);
                }
                case UPDATE -> assertThat(active).containsEntry(event.kind(), event.onsetSampleIndex());
                case END -> assertThat(active.remove(event.kind())).isEqualTo(event.onsetSampleIndex());
            }
        }
        assertThat(active).isEmpty();
        assertThat(open).isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void acknowledging_at_random_and_again_changes_nothing_the_second_time(int seed) {
        Random random = new Random(seed);
        AttendedAlarms once = new AttendedAlarms();
        AttendedAlarms twice = new AttendedAlarms();
        List<AlarmEvent> events =
                new AlarmScene(AlarmSettings.defaults(), 360, 0, false).runToEnd(AlarmPropertiesTest.rhythm(seed));
        for (int i = 0; i < events.size(); i++) {
            AlarmEvent event = events.get(i);
            assertThat(twice.see("s", event)).isEqualTo(once.see("s", event));
            if (random.nextBoolean()) {
                AlarmCommand command = command("c" + i, events.get(random.nextInt(i + 1)), random);
                CommandAnswer answer = once.apply(command, "s", event.atSampleIndex(), event.atEpochMicros());
                assertThat(twice.apply(command, "s", event.atSampleIndex(), event.atEpochMicros()))
                        .isEqualTo(answer);
                assertThat(twice.apply(command, "s", event.atSampleIndex(), event.atEpochMicros())
                                .stated())
                        .isEqualTo(answer.stated());
            }
        }
    }

    private static AlarmCommand command(String id, AlarmEvent event, Random random) {
        Optional<AlarmId> alarm = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(AlarmId.of("s", event));
        return random.nextBoolean()
                ? new AlarmCommand(id, alarm, AlarmCommand.Action.ACKNOWLEDGE, "nurse", 1, "", 0)
                : new AlarmCommand(id, alarm, AlarmCommand.Action.SILENCE, "nurse", random.nextInt(99), "", 7);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void patients_that_are_monitored_in_turns_have_the_alarms_they_have_alone(int seed) {
        String[] first = steps(seed);
        String[] second = steps(seed + 1000);
        AlarmScene a = new AlarmScene(AlarmSettings.defaults(), 360, 0, false);
        AlarmScene b = new AlarmScene(PatientClass.PEDIATRIC.settings(), 250, 0, false);
        for (int i = 0; i < Math.max(first.length, second.length); i++) {
            if (i < first.length) {
                a.run(first[i]);
            }
            if (i < second.length) {
                b.run(second[i]);
            }
        }

        assertThat(a.runToEnd("N800"))
                .isEqualTo(new AlarmScene(AlarmSettings.defaults(), 360, 0, false)
                        .runToEnd(AlarmPropertiesTest.rhythm(seed) + " N800"));
        assertThat(b.runToEnd("N800"))
                .isEqualTo(new AlarmScene(PatientClass.PEDIATRIC.settings(), 250, 0, false)
                        .runToEnd(AlarmPropertiesTest.rhythm(seed + 1000) + " N800"));
    }
}
