package org.rwave.ecg.score.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.rwave.ecg.signal.SamplingRate;

/**
 * Holds a record's alarms against its annotations.
 *
 * <p>An episode is found when its alarm is active at some moment between its start and its end, or 10 s after its start if
 * it ends earlier: by PhysioNet/CinC 2015, after ANSI/AAMI EC13, an alarm belongs to an event that began at most 10 s before
 * it. An alarm is true when it is raised within an episode, at most 10 s after its end, for the same reason, or at most 5 s
 * before its start, since onsets of VFDB are set by hand to about that.
 */
public final class AlarmScorer {
    /** CinC 2015, EC13: an alarm may come this much after the event. */
    public static final double LATE_SECONDS = 10;
    /** An alarm may come this much before the annotated onset. */
    public static final double EARLY_SECONDS = 5;

    private final ReferenceRhythms reference;
    private final long late;
    private final long early;

    private AlarmScorer(ReferenceRhythms reference, SamplingRate rate) {
        this.reference = reference;
        late = rate.sampleAt(LATE_SECONDS);
        early = rate.sampleAt(EARLY_SECONDS);
    }

    /** The alarms {@code spans} of {@code record}, which has {@code samples} samples, against {@code reference}. */
    public static RecordAlarms score(
            String record, ReferenceRhythms reference, List<AlarmSpan> spans, SamplingRate rate, long samples) {
        AlarmScorer scorer = new AlarmScorer(reference, rate);
        List<EpisodeFinding> findings = reference.episodes().stream()
                .filter(ReferenceEpisode::meetsDefinition)
                .map(episode -> scorer.find(episode, spans))
                .toList();
        List<JudgedAlarm> alarms = new ArrayList<>();
        for (AlarmSpan span : spans) {
            ScoredRhythm.of(span.kind())
                    .ifPresent(rhythm -> alarms.add(new JudgedAlarm(rhythm, span, scorer.judge(rhythm, span))));
        }
        return new RecordAlarms(
                record,
                rate,
                samples,
                reference.quietSamples(),
                findings,
                reference.episodes().stream()
                        .filter(episode -> !episode.meetsDefinition())
                        .toList(),
                alarms);
    }

    private EpisodeFinding find(ReferenceEpisode episode, List<AlarmSpan> spans) {
        List<AlarmSpan> own = spans.stream()
                .filter(span -> span.kind() == episode.rhythm().alarm())
                .toList();
        List<AlarmSpan> lethal = spans.stream()
                .filter(span -> ScoredRhythm.of(span.kind())
                        .filter(ScoredRhythm::isLethal)
                        .isPresent())
                .toList();
        return new EpisodeFinding(
                episode, delay(episode, own), delay(episode, lethal), covered(episode, own), covered(episode, lethal));
    }

    private OptionalLong delay(ReferenceEpisode episode, List<AlarmSpan> spans) {
        long until = Math.max(episode.end(), episode.start() + late);
        return spans.stream()
                .filter(span -> span.ended() > episode.start() && span.raised() <= until)
                .mapToLong(span -> Math.max(0, span.raised() - episode.start()))
                .min();
    }

    private static long covered(ReferenceEpisode episode, List<AlarmSpan> spans) {
        long covered = 0;
        long reached = episode.start();
        for (AlarmSpan span : spans) {
            long from = Math.max(reached, span.raised());
            long to = Math.min(episode.end(), span.ended());
            if (to > from) {
                covered += to - from;
                reached = to;
            }
        }
        return covered;
    }

    private AlarmVerdict judge(ScoredRhythm rhythm, AlarmSpan span) {
        if (isNear(span, episode -> episode.rhythm() == rhythm && episode.meetsDefinition())) {
            return AlarmVerdict.TRUE;
        }
        if (isNear(span, episode -> episode.rhythm().isLethal() && episode.meetsDefinition())) {
            return AlarmVerdict.OTHER_NAME;
        }
        if (isNear(
                span,
                episode -> episode.rhythm() == rhythm
                        || (rhythm.isFast() && episode.rhythm().isFast()))) {
            return AlarmVerdict.BELOW_DEFINITION;
        }
        if (reference.isNoise(span.raised())) {
            return AlarmVerdict.IN_NOISE;
        }
        return rhythm.needsBeats() && !reference.hasBeats() ? AlarmVerdict.UNJUDGED : AlarmVerdict.FALSE;
    }

    private boolean isNear(AlarmSpan span, Predicate<ReferenceEpisode> wanted) {
        return reference.episodes().stream()
                .filter(wanted)
                .anyMatch(episode -> span.raised() >= episode.start() - early && span.raised() <= episode.end() + late);
    }
}
