package org.rwave.ecg.alarm;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.beat.LikeBeat;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.TestData;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;

/**
 * The rules over the reference beats of all 48 MIT-BIH records: what they say must be what the annotations say, counted
 * here in another way.
 */
class ReferenceBeatsTest {
    private static final SamplingRate RATE = new SamplingRate(360);
    private static final TimeAnchor ANCHOR = new TimeAnchor(0, 0, RATE);
    private static final long LENGTH = 650_000;

    /** Every finding an alarm of its own: nothing held, nothing kept silent, a tachycardia over with its last beat. */
    private static final AlarmSettings EVERY_FINDING = AlarmSettings.defaults()
            .with(AlarmThreshold.MOMENTARY_HOLD_SECONDS, 0)
            .with(AlarmThreshold.MEDIUM_REFRACTORY_SECONDS, 0)
            .with(AlarmThreshold.LOW_REFRACTORY_SECONDS, 0)
            .with(AlarmThreshold.VENTRICULAR_TACHYCARDIA_END_BEATS, 1);

    private static final Map<String, List<ReferenceBeat>> RECORDS = new TreeMap<>();

    private record ReferenceBeat(long sampleIndex, BeatClass beatClass) {}

    /** A maximal run of V and F that holds a V. */
    private record Run(List<ReferenceBeat> beats, boolean isBetweenBeats) {
        int length() {
            return beats.size();
        }

        /** Whether five successive beats span at most four times 600 ms. */
        boolean isTachycardia() {
            return fastFifthBeats().findAny().isPresent();
        }

        Stream<Long> fastFifthBeats() {
            return Stream.iterate(4, last -> last < length(), last -> last + 1)
                    .filter(last -> at(last) - at(last - 4) <= 4 * 216)
                    .map(this::at);
        }

        double perMinute() {
            return 60 * 360.0 * (length() - 1) / (at(length() - 1) - at(0));
        }

        private long at(int beat) {
            return beats.get(beat).sampleIndex();
        }
    }

    @BeforeAll
    static void readAnnotations() throws IOException {
        try (Stream<Path> files = Files.list(TestData.folder("mitdb"))) {
            files.filter(file -> file.toString().endsWith(".atr")).forEach(file -> {
                String name = file.getFileName().toString().replace(".atr", "");
                RECORDS.put(name, beats(file));
            });
        }
        assertThat(RECORDS).hasSize(48);
    }

    private static List<ReferenceBeat> beats(Path file) {
        List<ReferenceBeat> beats = new ArrayList<>();
        try {
            for (Annotation annotation : AnnotationFile.read(file)) {
                ClassMapping.EC57
                        .classOf(annotation.code())
                        .ifPresent(beatClass -> beats.add(new ReferenceBeat(annotation.sampleIndex(), beatClass)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return beats;
    }

    private static List<AlarmEvent> alarms(List<ReferenceBeat> beats, AlarmSettings settings) {
        AlarmEngine engine = new AlarmEngine(settings, RATE);
        List<AlarmEvent> events = new ArrayList<>();
        List<LeadStatus> good = List.of(LeadStatus.GOOD, LeadStatus.GOOD);
        long tick = 0;
        ReferenceBeat open = null;
        for (ReferenceBeat beat : beats) {
            for (; tick <= beat.sampleIndex(); tick += 36) {
                events.addAll(engine.tick(tick, ANCHOR, good, true));
            }
            events.addAll(engine.rPeak(beat.sampleIndex(), false, ANCHOR));
            if (open != null) {
                events.addAll(engine.beat(classified(open), ANCHOR));
                events.addAll(engine.follower(new LikeBeat(beat.sampleIndex(), likenessBehind(open), false), ANCHOR));
            }
            open = beat;
        }
        events.addAll(engine.beat(classified(open), ANCHOR));
        for (; tick < LENGTH; tick += 36) {
            events.addAll(engine.tick(tick, ANCHOR, good, true));
        }
        events.addAll(engine.finish(LENGTH, ANCHOR));
        return events;
    }

    private static ClassifiedBeat classified(ReferenceBeat beat) {
        return AlarmScene.beat(beat.sampleIndex(), ANCHOR, beat.beatClass(), OptionalLong.of(1), false);
    }

    private static List<Run> runs(List<ReferenceBeat> beats) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        while (from < beats.size()) {
            int to = from;
            while (to < beats.size() && beats.get(to).beatClass().isVentricular()) {
                to++;
            }
            List<ReferenceBeat> run = beats.subList(from, to);
            if (run.stream().anyMatch(beat -> beat.beatClass() == BeatClass.V)) {
                runs.add(new Run(run, from > 0 && to < beats.size()));
            }
            from = Math.max(to, from + 1);
        }
        return runs;
    }

    private static long starts(AlarmKind kind, List<AlarmEvent> events) {
        return events.stream()
                .filter(event -> event.kind() == kind && event.phase() == AlarmPhase.START)
                .count();
    }

    /** Annotations say nothing of forms: behind a ventricular beat all are alike, but not so that they count early. */
    private static double likenessBehind(ReferenceBeat beat) {
        return beat.beatClass().isVentricular() ? AlarmScene.ALIKE : -1;
    }

    private static Map<AlarmKind, Long> startsByKind(AlarmSettings settings) {
        Map<AlarmKind, Long> counts = new EnumMap<>(AlarmKind.class);
        for (List<ReferenceBeat> beats : RECORDS.values()) {
            for (AlarmEvent event : alarms(beats, settings)) {
                if (event.phase() == AlarmPhase.START) {
                    counts.merge(event.kind(), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    @Test
    void every_couplet_and_every_short_run_is_found_and_nothing_else_is_called_so() {
        RECORDS.forEach((name, beats) -> {
            List<AlarmEvent> events = alarms(beats, EVERY_FINDING);
            List<Run> runs = runs(beats);
            long couplets = runs.stream()
                    .filter(run -> run.length() == 2 && run.isBetweenBeats())
                    .count();
            long fast = runs.stream()
                    .filter(run -> run.length() == 3 || run.length() == 4)
                    .filter(run -> run.perMinute() >= 100)
                    .count();
            long slow = runs.stream()
                    .filter(run -> run.length() == 3 || run.length() == 4)
                    .filter(run -> run.perMinute() < 100)
                    .count();

            assertThat(starts(AlarmKind.VENTRICULAR_COUPLET, events)).as(name).isEqualTo(couplets);
            assertThat(starts(AlarmKind.NON_SUSTAINED_VENTRICULAR_TACHYCARDIA, events))
                    .as(name)
                    .isEqualTo(fast);
            assertThat(starts(AlarmKind.VENTRICULAR_RUN, events)).as(name).isEqualTo(slow);
        });
    }

    @Test
    void every_fast_run_of_five_is_a_tachycardia_decided_when_its_fifth_beat_is_known() {
        RECORDS.forEach((name, beats) -> {
            List<Long> decided = alarms(beats, EVERY_FINDING).stream()
                    .filter(event -> event.kind() == AlarmKind.VENTRICULAR_TACHYCARDIA)
                    .filter(event -> event.phase() == AlarmPhase.START)
                    .map(event -> event.evidenceSampleIndexes().get(4))
                    .toList();
            List<Long> expected = runs(beats).stream()
                    .filter(Run::isTachycardia)
                    .map(run -> run.fastFifthBeats().findFirst().orElseThrow())
                    .toList();

            assertThat(decided).as(name).containsAll(expected);
            assertThat(decided.stream().distinct().count()).as(name).isEqualTo(decided.size());
        });
    }

    @Test
    void with_the_default_settings_every_fast_run_of_five_falls_into_an_active_tachycardia() {
        RECORDS.forEach((name, beats) -> {
            List<AlarmEvent> events =
                    AlarmScene.only(AlarmKind.VENTRICULAR_TACHYCARDIA, alarms(beats, AlarmSettings.defaults()));
            runs(beats).stream()
                    .flatMap(Run::fastFifthBeats)
                    .forEach(fifth -> assertThat(isActiveAfter(fifth, events))
                            .as("record %s, beat at sample %d", name, fifth)
                            .isTrue());
        });
    }

    /** Whether the alarm was active within 2 s after {@code sample}, the time until the class is known. */
    private static boolean isActiveAfter(long sample, List<AlarmEvent> events) {
        long startedAt = Long.MAX_VALUE;
        for (AlarmEvent event : events) {
            if (event.phase() == AlarmPhase.START) {
                startedAt = event.atSampleIndex();
            } else if (event.phase() == AlarmPhase.END) {
                if (startedAt <= sample + 720 && event.atSampleIndex() >= sample) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Known facts of the database, so that a changed rule shows in its count. */
    @Test
    void alarms_of_the_whole_database_by_kind() {
        long tachycardias = RECORDS.values().stream()
                .flatMap(beats -> runs(beats).stream())
                .filter(Run::isTachycardia)
                .count();

        assertThat(tachycardias).isEqualTo(12);
        assertThat(startsByKind(EVERY_FINDING))
                .isEqualTo(Map.ofEntries(
                        entry(AlarmKind.ASYSTOLE, 20L),
                        entry(AlarmKind.VENTRICULAR_TACHYCARDIA, 12L),
                        entry(AlarmKind.EXTREME_TACHYCARDIA, 10L),
                        entry(AlarmKind.EXTREME_BRADYCARDIA, 36L),
                        entry(AlarmKind.NON_SUSTAINED_VENTRICULAR_TACHYCARDIA, 54L),
                        entry(AlarmKind.IDIOVENTRICULAR_RHYTHM, 8L),
                        entry(AlarmKind.VENTRICULAR_RUN, 6L),
                        entry(AlarmKind.SUPRAVENTRICULAR_TACHYCARDIA, 8L),
                        entry(AlarmKind.PAUSE, 67L),
                        entry(AlarmKind.VENTRICULAR_COUPLET, 811L),
                        entry(AlarmKind.BIGEMINY, 293L),
                        entry(AlarmKind.TRIGEMINY, 122L),
                        entry(AlarmKind.FREQUENT_VENTRICULAR_BEATS, 86L),
                        entry(AlarmKind.MISSED_BEAT, 48L),
                        entry(AlarmKind.IRREGULAR_RHYTHM, 20L)));
    }

    /** What a ward would hear in 24 hours of 48 patients: the price of holding, chains and refractory times. */
    @Test
    void default_settings_say_it_in_605_alarms_instead_of_1600() {
        assertThat(startsByKind(AlarmSettings.defaults()))
                .isEqualTo(Map.ofEntries(
                        entry(AlarmKind.ASYSTOLE, 20L),
                        entry(AlarmKind.VENTRICULAR_TACHYCARDIA, 11L),
                        entry(AlarmKind.EXTREME_TACHYCARDIA, 8L),
                        entry(AlarmKind.EXTREME_BRADYCARDIA, 36L),
                        entry(AlarmKind.NON_SUSTAINED_VENTRICULAR_TACHYCARDIA, 41L),
                        entry(AlarmKind.IDIOVENTRICULAR_RHYTHM, 8L),
                        entry(AlarmKind.VENTRICULAR_RUN, 6L),
                        entry(AlarmKind.SUPRAVENTRICULAR_TACHYCARDIA, 8L),
                        entry(AlarmKind.PAUSE, 38L),
                        entry(AlarmKind.VENTRICULAR_COUPLET, 129L),
                        entry(AlarmKind.BIGEMINY, 113L),
                        entry(AlarmKind.TRIGEMINY, 63L),
                        entry(AlarmKind.FREQUENT_VENTRICULAR_BEATS, 73L),
                        entry(AlarmKind.MISSED_BEAT, 33L),
                        entry(AlarmKind.IRREGULAR_RHYTHM, 18L)));
    }
}
