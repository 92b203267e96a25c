package org.rwave.trainer.report.page;

import java.util.Comparator;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.Explanation;

/** What the model leans on. */
final class ExplanationSection {
    private static final int RHYTHM_FEATURES = 12;

    private ExplanationSection() {}

    static Section of(Evaluation evaluation, Numbering numbering) {
        List<Explanation.OfClass> classes = evaluation.explanation().classes();
        Section section = new Section("explanation", "What the model leans on")
                .say(
                        "Parts of a beat were hidden from the very network that is served, and the change of the log-odds of"
                                + " the class that it had said was measured. Positive: the part spoke for the class. Hidden"
                                + " waveform becomes the patient's own template, a hidden feature its median over all beats."
                                + " Parts overlap, and a network can make up for what is hidden, so effects do not add up.");
        section.show(numbering.figure(
                "Mean waveform of each true class with one standard deviation, and below it how strongly each 44 ms of"
                        + " the waveform rows speak for the class when it is said (grey: against it).",
                evaluation.beats().shapes().stream()
                        .map(shape -> Element.of("div", BeatSketch.shape(shape, stretches(classes, shape.beatClass())))
                                .with("class", "third"))
                        .toList()));
        section.show(numbering.figure(
                "Occlusion of waves and groups of features, mean change of log-odds of the class that was said.",
                classes.stream().map(ExplanationSection::parts).toList()));
        section.show(numbering.figure(
                "The " + RHYTHM_FEATURES + " features of the rhythm with the largest effect on each class, each hidden"
                        + " alone.",
                classes.stream().map(ExplanationSection::rhythm).toList()));
        return section.show(sanity(classes, numbering));
    }

    private static List<Explanation.Effect> stretches(List<Explanation.OfClass> classes, BeatClass beatClass) {
        return classes.stream()
                .filter(entry -> entry.beatClass() == beatClass)
                .map(Explanation.OfClass::stretches)
                .findFirst()
                .orElse(List.of());
    }

    private static Element parts(Explanation.OfClass entry) {
        Bars bars = new Bars(232, 500);
        entry.parts()
                .forEach(effect -> bars.bar(
                        effect.part(),
                        effect.logOdds(),
                        Shown.signed(effect.logOdds()),
                        BeatSketch.style(entry.beatClass())));
        return titled(
                entry, bars.draw("Parts that speak for " + entry.beatClass(), "Mean change of log-odds per part", 0.1));
    }

    private static Element rhythm(Explanation.OfClass entry) {
        Bars bars = new Bars(232, 500);
        entry.rhythmFeatures().stream()
                .sorted(Comparator.comparingDouble(effect -> -Math.abs(effect.logOdds())))
                .limit(RHYTHM_FEATURES)
                .forEach(effect -> bars.bar(
                        effect.part(),
                        effect.logOdds(),
                        Shown.signed(effect.logOdds()),
                        BeatSketch.style(entry.beatClass())));
        return titled(
                entry,
                bars.draw(
                        "Features of the rhythm that speak for " + entry.beatClass(),
                        "Mean change of log-odds per feature",
                        0.1));
    }

    private static Element titled(Explanation.OfClass entry, Element picture) {
        return Element.of(
                        "div", Element.of("h3", "Said " + entry.beatClass() + ", " + entry.beats() + " beats"), picture)
                .with("class", "half");
    }

    private static Element sanity(List<Explanation.OfClass> classes, Numbering numbering) {
        HeatTable table = HeatTable.withColumns(List.of("class that was said", "beats", "rank correlation"));
        for (Explanation.OfClass entry : classes) {
            table.row(entry.beatClass().name())
                    .cell(Shown.count(entry.beats()))
                    .cell(Shown.signed(entry.agreementWithRandomised()));
        }
        return numbering.table(
                "Sanity check (Adebayo et al. 2018): rank correlation between the effects of the parts and those of the"
                        + " same model with what it learned shuffled (weights within each layer, leaves of trees within"
                        + " each class), mean of "
                        + Explanation.SHUFFLES + " shuffles. Near 0: the explanation shows what was learned; near 1 it"
                        + " would show the input alone.",
                table.draw());
    }
}
