package org.rwave.ecg.score.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.signal.SamplingRate;

/**
 * What a recording's annotations say of malignant rhythms. Rhythm changes give VT, VF, flutter, asystole and noise (the names
 * of MIT-BIH and VFDB), {@code [} and {@code ]} give flutter. Where beats are annotated, they alone decide on tachycardia,
 * and pauses between them are asystoles; a rhythm change {@code (VT} without such a run is below the definition.
 *
 * <p>VFDB's {@code (HGEA}, high-grade ventricular ectopic activity, has runs in it that are not marked one by one: it counts
 * as tachycardia below the definition.
 *
 * <p>Definitions without beats: fibrillation and asystole last 4 s (CinC 2015), tachycardia 3 s, five beats at 100 a minute.
 */
public final class ReferenceRhythms {
    private static final double LEAST_FIBRILLATION_SECONDS = 4;
    private static final double LEAST_ASYSTOLE_SECONDS = 4;
    private static final double LEAST_TACHYCARDIA_SECONDS = 3;

    private final SamplingRate rate;
    private final long endSample;
    private final boolean hasBeats;
    private final List<ReferenceEpisode> episodes = new ArrayList<>();
    private final boolean[] noise;

    private ReferenceRhythms(List<Annotation> annotations, SamplingRate rate, long endSample) {
        this.rate = rate;
        this.endSample = endSample;
        this.hasBeats =
                annotations.stream().anyMatch(annotation -> annotation.code().isBeat());
        this.noise = new boolean[(int) Math.ceil(rate.secondsAt(endSample)) + 1];
        addRhythms(annotations);
        addFlutter(annotations);
        if (hasBeats) {
            episodes.addAll(new AnnotatedBeats(annotations, rate).episodes(fibrillation()));
        }
        dropNamesOfRuns();
        episodes.sort(Comparator.comparingLong(ReferenceEpisode::start));
    }

    /**
     * Reads {@code annotations}.
     *
     * @param annotations in order, positions in samples at {@code rate}
     * @param endSample length of the recording
     */
    public static ReferenceRhythms of(List<Annotation> annotations, SamplingRate rate, long endSample) {
        return new ReferenceRhythms(annotations, rate, endSample);
    }

    private void addRhythms(List<Annotation> annotations) {
        List<Annotation> changes = annotations.stream()
                .filter(annotation -> annotation.code() == AnnotationCode.RHYTHM_CHANGE)
                .toList();
        for (int i = 0; i < changes.size(); i++) {
            long start = changes.get(i).sampleIndex();
            long end = i + 1 < changes.size() ? changes.get(i + 1).sampleIndex() : Math.max(start, endSample);
            String name = changes.get(i).aux();
            named(name).ifPresent(rhythm -> add(rhythm, start, end));
            if (name.equals("(HGEA")) {
                episodes.add(new ReferenceEpisode(ScoredRhythm.VENTRICULAR_TACHYCARDIA, start, end, false));
            }
            if (name.startsWith("(NOISE")) {
                markNoise(start, end);
            }
        }
    }

    private static Optional<ScoredRhythm> named(String aux) {
        return Optional.ofNullable(
                switch (aux) {
                    case "(VT" -> ScoredRhythm.VENTRICULAR_TACHYCARDIA;
                    case "(VF", "(VFIB", "(VFL" -> ScoredRhythm.VENTRICULAR_FIBRILLATION;
                    case "(ASYS" -> ScoredRhythm.ASYSTOLE;
                    default -> null;
                });
    }

    private void addFlutter(List<Annotation> annotations) {
        long start = -1;
        for (Annotation annotation : annotations) {
            if (annotation.code() == AnnotationCode.FLUTTER_ONSET) {
                start = annotation.sampleIndex();
            } else if (annotation.code() == AnnotationCode.FLUTTER_END && start >= 0) {
                add(ScoredRhythm.VENTRICULAR_FIBRILLATION, start, annotation.sampleIndex());
                start = -1;
            }
        }
        if (start >= 0) {
            add(ScoredRhythm.VENTRICULAR_FIBRILLATION, start, Math.max(start, endSample));
        }
    }

    /** Adds an episode; one that touches or overlaps an earlier one of its rhythm lengthens that. */
    private void add(ScoredRhythm rhythm, long start, long end) {
        for (int i = 0; i < episodes.size(); i++) {
            ReferenceEpisode known = episodes.get(i);
            if (known.rhythm() == rhythm && start <= known.end() && end >= known.start()) {
                episodes.set(i, episode(rhythm, Math.min(start, known.start()), Math.max(end, known.end())));
                return;
            }
        }
        episodes.add(episode(rhythm, start, end));
    }

    private ReferenceEpisode episode(ScoredRhythm rhythm, long start, long end) {
        double seconds = rate.secondsAt(end - start);
        boolean isLongEnough = switch (rhythm) {
            case VENTRICULAR_FIBRILLATION -> seconds >= LEAST_FIBRILLATION_SECONDS;
            case ASYSTOLE -> seconds >= LEAST_ASYSTOLE_SECONDS;
            default -> !hasBeats && seconds >= LEAST_TACHYCARDIA_SECONDS;
        };
        return new ReferenceEpisode(rhythm, start, end, isLongEnough);
    }

    private List<ReferenceEpisode> fibrillation() {
        return episodes.stream()
                .filter(episode -> episode.rhythm() == ScoredRhythm.VENTRICULAR_FIBRILLATION)
                .toList();
    }

    /** A rhythm name that stands for a run of annotated beats, which speaks for itself, counts once. */
    private void dropNamesOfRuns() {
        List<ReferenceEpisode> runs =
                episodes.stream().filter(ReferenceEpisode::meetsDefinition).toList();
        episodes.removeIf(episode -> !episode.meetsDefinition()
                && runs.stream()
                        .anyMatch(run -> run.rhythm() == episode.rhythm()
                                && run.start() < episode.end()
                                && episode.start() < run.end()));
    }

    private void markNoise(long start, long end) {
        for (int second = second(start); second < second(end); second++) {
            noise[second] = true;
        }
    }

    private int second(long sample) {
        return (int) Math.max(0, Math.min(noise.length - 1, Math.round(rate.secondsAt(sample))));
    }

    /** All episodes, by their start. */
    List<ReferenceEpisode> episodes() {
        return List.copyOf(episodes);
    }

    /** Whether the reference calls the second around {@code sample} noise. */
    boolean isNoise(long sample) {
        return noise[second(sample)];
    }

    boolean hasBeats() {
        return hasBeats;
    }

    /** Samples outside lethal episodes and noise, to the second. */
    long quietSamples() {
        boolean[] excluded = noise.clone();
        for (ReferenceEpisode episode : episodes) {
            for (int second = second(episode.start());
                    episode.rhythm().isLethal() && second < second(episode.end());
                    second++) {
                excluded[second] = true;
            }
        }
        int quiet = 0;
        int seconds = (int) Math.floor(rate.secondsAt(endSample));
        for (int second = 0; second < seconds; second++) {
            quiet += excluded[second] ? 0 : 1;
        }
        return rate.sampleAt((double) quiet);
    }
}
