package org.rwave.trainer.report.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.explanation.BeatPart;
import org.rwave.trainer.explanation.Occlusion;
import org.rwave.trainer.explanation.RankCorrelation;
import org.rwave.trainer.explanation.SpreadChoice;
import org.rwave.trainer.validation.TestBeat;
import org.rwave.trainer.validation.TestedModel;

/** Measures what a model leans on when it says each class. */
final class ExplanationMaker {
    private static final int FEWEST = 5;
    private static final int BEATS_PER_CLASS = 200;
    private static final int BEATS_FOR_MEDIANS = 5000;
    private static final long SEED = 1;

    private final Occlusion occlusion;
    private final List<Occlusion> controls;

    private ExplanationMaker(Occlusion occlusion, List<Occlusion> controls) {
        this.occlusion = occlusion;
        this.controls = controls;
    }

    /** Of {@code beats}, those with what the network saw; spread over records. */
    static Explanation explain(TestedModel model, List<TestBeat> beats) {
        List<TestBeat> candidates = new ArrayList<>(
                beats.stream().filter(beat -> beat.seen().isPresent()).toList());
        Collections.shuffle(candidates, new Random(SEED));
        List<LabelledBeat> typical = seen(SpreadChoice.of(candidates, TestBeat::record, BEATS_FOR_MEDIANS));
        List<TestedModel> shuffled = LongStream.range(0, Explanation.SHUFFLES)
                .mapToObj(number -> model.randomised(SEED + number))
                .toList();
        try {
            ExplanationMaker maker = new ExplanationMaker(
                    new Occlusion(model::of, typical),
                    shuffled.stream()
                            .map(other -> new Occlusion(other::of, typical))
                            .toList());
            return new Explanation(Arrays.stream(BeatClass.values())
                    .map(beatClass -> maker.explain(beatClass, candidates))
                    .flatMap(Optional::stream)
                    .toList());
        } finally {
            shuffled.forEach(TestedModel::close);
        }
    }

    private Optional<Explanation.OfClass> explain(BeatClass beatClass, List<TestBeat> candidates) {
        List<TestBeat> said = candidates.stream()
                .filter(beat -> beat.inTheEnd().mostProbable() == beatClass)
                .toList();
        if (said.size() < FEWEST) {
            return Optional.empty();
        }
        List<LabelledBeat> beats = seen(SpreadChoice.of(said, TestBeat::record, BEATS_PER_CLASS));
        List<BeatPart> named = BeatPart.named();
        List<Explanation.Effect> parts = effects(beatClass, beats, named, BeatPart::name);
        double[] trained =
                parts.stream().mapToDouble(Explanation.Effect::logOdds).toArray();
        double agreement = controls.stream()
                .mapToDouble(control -> RankCorrelation.of(trained, control.effects(beats, beatClass, named)))
                .average()
                .orElseThrow();
        return Optional.of(new Explanation.OfClass(
                beatClass,
                beats.size(),
                parts,
                effects(beatClass, beats, BeatPart.rhythmFeatures(), BeatPart::name),
                effects(beatClass, beats, BeatPart.stretches(), ExplanationMaker::milliseconds),
                agreement));
    }

    private static List<LabelledBeat> seen(List<TestBeat> beats) {
        return beats.stream().map(beat -> beat.seen().orElseThrow()).toList();
    }

    private List<Explanation.Effect> effects(
            BeatClass beatClass, List<LabelledBeat> beats, List<BeatPart> parts, Function<BeatPart, String> name) {
        double[] effects = occlusion.effects(beats, beatClass, parts);
        return IntStream.range(0, effects.length)
                .mapToObj(part -> new Explanation.Effect(name.apply(parts.get(part)), effects[part]))
                .toList();
    }

    private static String milliseconds(BeatPart stretch) {
        double middle = (stretch.from() + stretch.to() - 1) / 2.0 - Preprocessing.SAMPLES_BEFORE_R;
        return String.format(Locale.ROOT, "%.0f", 1000 * middle / Preprocessing.HERTZ);
    }
}
