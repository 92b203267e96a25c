package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmScene.phases;
import static org.rwave.ecg.alarm.AlarmScene.told;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rwave.ecg.rhythm.RhythmScript;
import org.rwave.ecg.rhythm.RhythmScript.Step;
import org.rwave.ecg.rhythm.RhythmScript.Stretch;

/** What holds whatever the patient does: rhythms made at random from the things that happen to patients and cables. */
class AlarmPropertiesTest {
    private static final AlarmSettings SETTINGS = AlarmSettings.defaults();
    private static final long LOST_MILLIS = SETTINGS.micros(AlarmThreshold.SIGNAL_LOST_SECONDS) / 1000;
    private static final long TICK_MILLIS = 100;

    /** What happens and is over, written here once more on purpose. */
    private static final Set<AlarmKind> MOMENTARY = EnumSet.of(
            AlarmKind.NON_SUSTAINED_VENTRICULAR_TACHYCARDIA,
            AlarmKind.VENTRICULAR_RUN,
            AlarmKind.VENTRICULAR_COUPLET,
            AlarmKind.R_ON_T,
            AlarmKind.PAUSE,
            AlarmKind.MISSED_BEAT);

    static List<Integer> seeds() {
        return List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
    }

    /** RR in whole tenths of a second: exact at every sampling rate that is tried. */
    static String rhythm(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(episode(random)).append(' ');
        }
        return text.toString();
    }

    private static String episode(Random random) {
        int times = 1 + random.nextInt(12);
        return switch (random.nextInt(20)) {
            case 0 -> "V400*" + times;
            case 1 -> "V600*" + times;
            case 2 -> "V700*" + times;
            case 3 -> "V500 N1100 ".repeat(times);
            case 4 -> "V500 N1100 N800 ".repeat(times);
            case 5 -> "S300*" + times;
            case 6 -> "N400*" + 3 * times;
            case 7 -> "N1700*" + times;
            case 8 -> "N" + 1000 * (1 + random.nextInt(6));
            case 9 -> "gap" + 100 * (1 + random.nextInt(40));
            case 10 -> "off" + 1000 * (1 + random.nextInt(5));
            case 11 -> "noisy900 N0~ ".repeat(2 * times);
            case 12 -> "F500 V400~ V500 ".repeat(1 + times / 3);
            case 13 -> irregular(random, 4 * times);
            case 15 -> "N800*6 N1600 N800*" + times;
            case 16 -> "N900*6 V200 N1200*" + times;
            case 14 -> "blind" + 500 * times;
            case 17 -> "flat" + 1000 * (1 + random.nextInt(8));
            case 18 -> "vf" + 1000 * (2 + random.nextInt(8));
            default -> "N800*" + 2 * times;
        };
    }

    private static String irregular(Random random, int beats) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < beats; i++) {
            text.append('N').append(100 * (4 + random.nextInt(6))).append(' ');
        }
        return text.toString();
    }

    private static List<AlarmEvent> play(int seed, double hertz, long firstSample, boolean resumesOften) {
        return new AlarmScene(SETTINGS, hertz, firstSample, resumesOften).runToEnd(rhythm(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_alarm_starts_once_and_ends_once_and_kind_and_onset_identify_it(int seed) {
        requireOneLifeEach(play(seed, 360, 0, false));
        requireOneLifeEach(playAlike(seed, false));
    }

    /** Every beat behind a ventricular one is taken for one, rightly or not. */
    private static List<AlarmEvent> playAlike(int seed, boolean resumesOften) {
        return new AlarmScene(SETTINGS, 360, 0, resumesOften).withLikeness(0.95).runToEnd(rhythm(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void beats_that_look_ventricular_lose_no_tachycardia_and_start_it_earlier(int seed) {
        Map<Long, Long> patient = tachycardias(play(seed, 360, 0, false));
        Map<Long, Long> prompt = tachycardias(playAlike(seed, false));

        assertThat(prompt.keySet()).containsAll(patient.keySet());
        patient.forEach((onset, raised) -> assertThat(prompt.get(onset)).isLessThanOrEqualTo(raised));
    }

    private static Map<Long, Long> tachycardias(List<AlarmEvent> events) {
        Map<Long, Long> raised = new HashMap<>();
        for (AlarmEvent event : events) {
            if (event.phase() == AlarmPhase.START && event.kind() == AlarmKind.VENTRICULAR_TACHYCARDIA) {
                raised.put(event.onsetSampleIndex(), event.atSampleIndex());
            }
        }
        return raised;
    }

    private static void requireOneLifeEach(List<AlarmEvent> events) {
        Map<AlarmKind, Long> active = new EnumMap<>(AlarmKind.class);
        Set<String> identities = new HashSet<>();
        long previous = 0;

        for (AlarmEvent event : events) {
            assertThat(event.atSampleIndex()).as("order of %s", event).isGreaterThanOrEqualTo(previous);
            previous = event.atSampleIndex();
            switch (event.phase()) {
                case START -> {
                    assertThat(active).as("%s", event).doesNotContainKey(event.kind());
                    assertThat(identities.add(event.kind() + "/" + event.onsetSampleIndex()))
                            .as("%s is new", event)
                            .isTrue();
                    active.put(event.kind(), event.onsetSampleIndex());
                }
                case UPDATE -> assertThat(active).containsEntry(event.kind(), event.onsetSampleIndex());
                case END -> assertThat(active.remove(event.kind())).isEqualTo(event.onsetSampleIndex());
            }
        }
        assertThat(active).isEmpty();
        assertThat(identities).hasSizeGreaterThan(10);
    }

    /**
     * Silence is judged before a late beat is known, so a pause can be said that was not quite one; nothing else moves.
     * Without fibrillation: what the wave says is not late, and a tachycardia beside it may fall on its other side.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_detector_that_tells_late_raises_the_same_tachycardias_at_the_same_onsets(int seed) {
        String rhythm = rhythm(seed).replaceAll("vf\\d+ ", "");
        Set<String> prompt = onsets(new AlarmScene(SETTINGS, 360, 0, false).runToEnd(rhythm));
        Set<String> late = onsets(
                new AlarmScene(SETTINGS, 360, 0, false).withDetectionDelay(90).runToEnd(rhythm));

        assertThat(late).isEqualTo(prompt);
    }

    private static Set<String> onsets(List<AlarmEvent> events) {
        Set<String> onsets = new HashSet<>();
        for (AlarmEvent event : events) {
            if (event.phase() == AlarmPhase.START && event.kind() == AlarmKind.VENTRICULAR_TACHYCARDIA) {
                onsets.add(event.kind() + "/" + event.onsetSampleIndex());
            }
        }
        return onsets;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_starts_while_something_worse_of_its_chain_is_active(int seed) {
        Set<AlarmKind> active = EnumSet.noneOf(AlarmKind.class);

        for (AlarmEvent event : play(seed, 360, 0, false)) {
            if (event.phase() == AlarmPhase.START) {
                assertThat(active).noneMatch(worse -> AlarmChain.outranks(worse, event.kind()));
                active.add(event.kind());
            } else if (event.phase() == AlarmPhase.END) {
                active.remove(event.kind());
            }
        }
    }

    /** What is over in a moment does not end a condition that lasts: bigeminy goes on under an R on T. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_starts_ends_the_lesser_of_its_chain_but_what_is_momentary_ends_only_the_momentary(int seed) {
        Set<AlarmKind> active = EnumSet.noneOf(AlarmKind.class);

        for (AlarmEvent event : play(seed, 360, 0, false)) {
            if (event.phase() == AlarmPhase.START) {
                Set<AlarmKind> lesser = EnumSet.copyOf(active);
                lesser.retainAll(AlarmChain.lesserThan(event.kind()));
                assertThat(lesser).as("active below %s", event).noneMatch(kind -> ends(event.kind(), kind));
                active.add(event.kind());
            } else if (event.phase() == AlarmPhase.END) {
                active.remove(event.kind());
                if (event.message().contains("superseded by ")) {
                    assertThat(AlarmKind.values())
                            .as("%s", event)
                            .anyMatch(worse -> event.message().endsWith("superseded by " + worse.title())
                                    && AlarmChain.outranks(worse, event.kind())
                                    && ends(worse, event.kind()));
                }
            }
        }
    }

    private static boolean ends(AlarmKind worse, AlarmKind lesser) {
        return MOMENTARY.contains(lesser) || !MOMENTARY.contains(worse);
    }

    @Test
    void bigeminy_goes_on_under_an_r_on_t_and_ends_with_a_ventricular_tachycardia() {
        String bigeminy = "N800*6 " + "V500 N1100 ".repeat(8);

        List<String> early = phases(AlarmScene.play(bigeminy + "V200 N1400 V500 N1100"));
        List<String> tachycardia = phases(AlarmScene.play(bigeminy + "V400*9 N900"));

        assertThat(early).containsSubsequence("BIGEMINY START", "R_ON_T START").doesNotContain("BIGEMINY END");
        assertThat(tachycardia).containsSubsequence("BIGEMINY START", "BIGEMINY END", "VENTRICULAR_TACHYCARDIA START");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void resuming_after_every_beat_equals_never_stopping(int seed) {
        assertThat(play(seed, 360, 0, true)).isEqualTo(play(seed, 360, 0, false));
        assertThat(playAlike(seed, true)).isEqualTo(playAlike(seed, false));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shifting_the_recording_shifts_the_alarms(int seed) {
        long shift = 987_654_321L;
        List<AlarmEvent> shifted = play(seed, 360, shift, true);
        List<AlarmEvent> plain = play(seed, 360, 0, false);

        assertThat(told(shifted)).isEqualTo(told(plain));
        assertThat(shifted.stream().map(event -> event.onsetSampleIndex() - shift))
                .containsExactlyElementsOf(
                        plain.stream().map(AlarmEvent::onsetSampleIndex).toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sampling_rate_does_not_matter(int seed) {
        List<String> at360 = told(play(seed, 360, 0, false));

        assertThat(told(play(seed, 250, 0, false))).isEqualTo(at360);
        assertThat(told(play(seed, 500, 0, false))).isEqualTo(at360);
        assertThat(told(play(seed, 1000, 0, false))).isEqualTo(at360);
    }

    /** Off from {@code from} to {@code to}, milliseconds since the beginning. */
    private record Off(long from, long to) {}

    /** Long enough for leads off to be said. */
    private static List<Off> leadsOff(String rhythm) {
        List<Off> all = new ArrayList<>();
        long now = 0;
        for (Step step : RhythmScript.of(rhythm).steps()) {
            boolean isOff = step.stretch() == Stretch.OFF || step.stretch() == Stretch.FLAT;
            if (isOff && !all.isEmpty() && all.get(all.size() - 1).to() == now) {
                all.set(all.size() - 1, new Off(all.get(all.size() - 1).from(), now + step.millis()));
            } else if (isOff) {
                all.add(new Off(now, now + step.millis()));
            }
            now += step.millis();
        }
        all.removeIf(off -> off.to() - off.from() <= LOST_MILLIS + TICK_MILLIS);
        return all;
    }

    /** Beats of this scene are told when they happen, so there is nothing to be said late. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_is_claimed_of_the_patient_while_leads_are_off(int seed) {
        List<Off> leadsOff = leadsOff(rhythm(seed));
        List<AlarmEvent> events = play(seed, 360, 0, false);

        assertThat(leadsOff).isNotEmpty();
        for (AlarmEvent event : events) {
            if (event.phase() != AlarmPhase.END && event.kind().category() == AlarmCategory.PHYSIOLOGICAL) {
                long at = millis(event.atSampleIndex());
                assertThat(leadsOff)
                        .as("%s at %d ms", event, at)
                        .noneMatch(off -> at > off.from() + LOST_MILLIS + TICK_MILLIS && at < off.to());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_claim_rests_on_what_was_seen_before_the_leads_were_off_and_after(int seed) {
        List<Off> leadsOff = leadsOff(rhythm(seed));

        for (AlarmEvent event : play(seed, 360, 0, false)) {
            if (event.phase() == AlarmPhase.END || event.kind().category() == AlarmCategory.TECHNICAL) {
                continue;
            }
            long from = event.phase() == AlarmPhase.START
                    ? millis(event.onsetSampleIndex())
                    : millis(event.evidenceSampleIndexes().get(0));
            assertThat(leadsOff)
                    .as("%s", event)
                    .noneMatch(off -> from <= off.from() && millis(event.atSampleIndex()) >= off.to());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_was_claimed_of_the_patient_has_ended_when_leads_off_is_said(int seed) {
        Set<AlarmKind> active = EnumSet.noneOf(AlarmKind.class);
        int times = 0;

        for (AlarmEvent event : play(seed, 360, 0, false)) {
            if (event.kind() == AlarmKind.LEADS_OFF && event.phase() == AlarmPhase.START) {
                assertThat(active).as("%s", event).isEmpty();
                times++;
            } else if (event.kind().category() == AlarmCategory.PHYSIOLOGICAL) {
                if (event.phase() == AlarmPhase.START) {
                    active.add(event.kind());
                } else if (event.phase() == AlarmPhase.END) {
                    active.remove(event.kind());
                }
            }
        }
        assertThat(times).isPositive();
    }

    private static long millis(long sampleIndex) {
        return Math.round(sampleIndex / 0.36);
    }

    @Test
    void every_kind_of_this_engine_occurs_in_these_rhythms() {
        Set<AlarmKind> seen = EnumSet.noneOf(AlarmKind.class);
        seeds().forEach(seed -> play(seed, 360, 0, false).forEach(event -> seen.add(event.kind())));

        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen)))
                .as("no data is said by the wall clock")
                .containsExactly(AlarmKind.NO_DATA);
    }

    @Test
    void state_stays_below_600_bytes() {
        for (int seed : seeds()) {
            AlarmScene scene = new AlarmScene(SETTINGS, 360, 1L << 40, true);
            scene.runToEnd(rhythm(seed));

            assertThat(scene.largestSnapshotBytes()).isLessThan(600);
        }
    }
}
