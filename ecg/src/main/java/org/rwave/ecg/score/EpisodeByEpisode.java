package org.rwave.ecg.score;

import java.util.List;
import java.util.OptionalLong;

/**
 * Compares episodes as WFDB's {@code epicmp} does (EC57:2012, 4.5 and 4.6): an episode is found when any part of it
 * overlaps one of the other annotator; durations are compared too. Reference atrial flutter is excluded from the time in
 * which test atrial fibrillation is judged. Departure: in a record of unknown length {@code epicmp} compares nothing,
 * here everything.
 */
public final class EpisodeByEpisode {
    private final long startSample;
    private final long endSample;
    private final List<Episode> others;
    private final List<Episode> exclusions;
    private long matched;
    private long all;
    private long durationSamples;
    private long overlapSamples;

    private EpisodeByEpisode(
            AnnotationPair pair, ScoringSettings settings, List<Episode> others, List<Episode> exclusions) {
        this.startSample = pair.samplesIn(settings.start());
        this.endSample = pair.endSample(settings).orElse(BeatCursor.NEVER);
        this.others = others;
        this.exclusions = exclusions;
    }

    /** Compares the episodes of {@code kind} of the two annotators of {@code pair}. */
    public static EpisodeScore compare(AnnotationPair pair, ScoringSettings settings, EpisodeKind kind) {
        OptionalLong end = pair.endSample(settings);
        List<Episode> reference = kind.in(pair.reference(), end);
        List<Episode> test = kind.in(pair.test(), end);
        List<Episode> exclusions =
                kind == EpisodeKind.ATRIAL_FIBRILLATION ? EpisodeKind.atrialFlutter(pair.reference(), end) : List.of();

        EpisodeByEpisode found = new EpisodeByEpisode(pair, settings, test, List.of());
        reference.forEach(found::accept);
        EpisodeByEpisode real = new EpisodeByEpisode(pair, settings, reference, exclusions);
        test.forEach(real::accept);
        return new EpisodeScore(
                new Ratio(found.matched, found.all),
                new Ratio(real.matched, real.all),
                real.overlapSamples,
                found.durationSamples,
                real.durationSamples,
                pair.rate());
    }

    private void accept(Episode episode) {
        if (episode.end() < startSample || episode.start() >= endSample) {
            return;
        }
        Episode window = new Episode(Math.max(episode.start(), startSample), Math.min(episode.end(), endSample));
        long excludedWithin = 0;
        for (Episode exclusion : exclusions) {
            if (window.end() <= exclusion.start()) {
                break;
            }
            if (exclusion.start() <= window.start() && window.end() <= exclusion.end()) {
                return;
            }
            boolean coversStart = exclusion.start() <= window.start() && window.start() <= exclusion.end();
            if (coversStart) {
                window = new Episode(exclusion.end(), window.end());
            } else if (exclusion.end() >= window.end()) {
                window = new Episode(window.start(), exclusion.start());
            } else {
                excludedWithin += window.overlap(exclusion);
            }
        }
        count(window, window.duration() - excludedWithin);
    }

    private void count(Episode window, long duration) {
        long overlap = others.stream().mapToLong(window::overlap).sum();
        all++;
        matched += overlap > 0 ? 1 : 0;
        durationSamples += duration;
        overlapSamples += overlap;
    }
}
