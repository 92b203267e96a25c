package org.rwave.ecg.score;

import java.util.List;
import java.util.Optional;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;

/**
 * Walks one annotator's beats with one beat of look-ahead, as {@code bxb} does, and keeps the last two stretches of
 * fibrillation and of shutdown seen so far. Annotations between {@code [} and {@code ]} are skipped.
 */
final class BeatCursor {
    /** Position of the beat after the last. Far away, yet safe to subtract from. */
    static final long NEVER = Long.MAX_VALUE / 4;

    /** Subtype bits of a signal-quality annotation that say both signals are unreadable (annot(5)). */
    private static final int UNREADABLE = 0x30;

    private final List<Annotation> annotations;
    private final ClassMapping mapping;
    private final int matchWindowSamples;
    private int index;

    private long time;
    private long nextTime;
    private Optional<BeatLabel> label = Optional.empty();
    private Optional<BeatLabel> nextLabel = Optional.empty();
    private long rrInterval;

    private Spell fibrillation = Spell.NONE;
    private Spell previousFibrillation = Spell.NONE;
    private Spell shutdown = Spell.NONE;
    private Spell previousShutdown = Spell.NONE;
    private long closedShutdownSamples;
    private boolean isShutdownUnterminated;

    BeatCursor(List<Annotation> annotations, ClassMapping mapping, int matchWindowSamples) {
        this.annotations = annotations;
        this.mapping = mapping;
        this.matchWindowSamples = matchWindowSamples;
    }

    /** Position of the current beat, {@link #NEVER} past the last, 0 before the first. */
    long time() {
        return time;
    }

    /** Position of the beat after the current one. */
    long nextTime() {
        return nextTime;
    }

    /** Label of the current beat; empty before the first and past the last. */
    Optional<BeatLabel> label() {
        return label;
    }

    /** Samples since the previous beat, 0 when that is no RR interval. */
    long rrInterval() {
        return rrInterval;
    }

    boolean isFibrillatingAt(long sample) {
        return fibrillation.covers(sample) || previousFibrillation.covers(sample);
    }

    boolean isShutDownAt(long sample) {
        return shutdown.covers(sample) || previousShutdown.covers(sample);
    }

    /** Shutdown seen so far; one that never ends counts up to {@code end}, or not at all when that is unknown. */
    long shutdownSamples(long end) {
        return closedShutdownSamples + (isShutdownUnterminated && end > 0 ? end - shutdown.start() : 0);
    }

    /** Goes to the next beat. */
    void advance() {
        long previousTime = time;
        time = nextTime;
        label = nextLabel;
        boolean isInterval = previousTime != 0 && time != NEVER && !isInterrupted(previousTime, time);
        rrInterval = isInterval ? time - previousTime : 0;
        readAhead();
    }

    private boolean isInterrupted(long from, long to) {
        return fibrillation.startsWithin(from, to)
                || shutdown.startsWithin(from, to)
                || previousFibrillation.startsWithin(from, to)
                || previousShutdown.startsWithin(from, to);
    }

    private void readAhead() {
        while (index < annotations.size()) {
            Annotation annotation = annotations.get(index++);
            Optional<BeatClass> beatClass = mapping.classOf(annotation.code());
            if (beatClass.isPresent()) {
                nextTime = annotation.sampleIndex();
                nextLabel = beatClass.map(BeatLabel::of);
                return;
            }
            if (isStartOfShutdown(annotation)) {
                readShutdown(annotation.sampleIndex());
            } else if (annotation.code() == AnnotationCode.FLUTTER_ONSET) {
                readFibrillation(annotation.sampleIndex());
            }
        }
        nextTime = NEVER;
        nextLabel = Optional.empty();
    }

    static boolean isStartOfShutdown(Annotation annotation) {
        return annotation.code() == AnnotationCode.SIGNAL_QUALITY_CHANGE
                && (annotation.subtype() & UNREADABLE) == UNREADABLE;
    }

    private static boolean isEndOfShutdown(Annotation annotation) {
        return annotation.code() == AnnotationCode.SIGNAL_QUALITY_CHANGE && !isStartOfShutdown(annotation);
    }

    private void readFibrillation(long start) {
        previousFibrillation = fibrillation;
        // Until its end is seen it keeps the end of the one before, like bxb: an episode that never ends covers nothing
        // unless it is the first.
        fibrillation = new Spell(start, fibrillation.end());
        while (index < annotations.size()) {
            Annotation annotation = annotations.get(index++);
            if (annotation.code() == AnnotationCode.FLUTTER_END) {
                fibrillation = new Spell(start, annotation.sampleIndex());
                return;
            }
        }
    }

    /**
     * Normally two marks bound a shutdown. The AHA database has a single mark in its middle: it then lasts from a match
     * window after the last beat or fibrillation to a match window before the next annotation.
     */
    private void readShutdown(long start) {
        previousShutdown = shutdown;
        if (index >= annotations.size()) {
            shutdown = new Spell(start, NEVER);
            isShutdownUnterminated = true;
            return;
        }
        Annotation following = annotations.get(index);
        if (isEndOfShutdown(following)) {
            shutdown = new Spell(start, following.sampleIndex());
            index++;
        } else {
            long end = following.sampleIndex() - matchWindowSamples;
            long afterLast = Math.max(fibrillation.end(), time) + matchWindowSamples;
            shutdown = new Spell(Math.min(afterLast, end), end);
        }
        closedShutdownSamples += shutdown.end() - shutdown.start();
    }
}
