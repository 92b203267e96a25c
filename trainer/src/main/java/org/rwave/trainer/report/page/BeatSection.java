package org.rwave.trainer.report.page;

import java.util.List;
import org.rwave.trainer.report.evaluation.BeatGallery;
import org.rwave.trainer.report.evaluation.Evaluation;

/** Beats to look at. */
final class BeatSection {
    private BeatSection() {}

    static Section of(Evaluation evaluation, Numbering numbering) {
        BeatGallery gallery = evaluation.beats();
        return new Section("beats", "Beats with truth and label, literature mapping")
                .say(
                        "First lead as the network sees it, 0.89 s around R, in units of the patient's usual QRS amplitude,"
                                + " each picture with its own scale. Left above: true class, then the class that was said; right"
                                + " above: its probability. Dashed: the patient's own template.")
                .show(numbering.figure(
                        "The most confident errors: at most two of a kind from one record, then in turn from every kind of"
                                + " error.",
                        grid(gallery.wrong())))
                .show(numbering.figure(
                        "Beats that were recognised, drawn at random from every class and in turn from every record.",
                        grid(gallery.right())));
    }

    private static Element grid(List<BeatGallery.Picture> beats) {
        return Element.of("div", beats.stream().map(BeatSketch::beat).toList()).with("class", "beats");
    }
}
