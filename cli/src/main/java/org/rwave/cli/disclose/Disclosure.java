package org.rwave.cli.disclose;

import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.Preprocessing;

/** The whole page. */
final class Disclosure {
    private final BeatClassifier classifier;

    Disclosure(BeatClassifier classifier) {
        this.classifier = classifier;
    }

    /** Measures everything; the same build gives the same page. */
    String text() {
        Bench bench = new Bench(classifier);
        Page page = new Page();
        page.line("# Performance disclosure").line("");
        page.paragraph("<!-- Written by rwave disclose; do not edit. -->");
        page.paragraph("> **Research and education software; not a medical device.** No conformity with any standard is"
                + " claimed. The page has the form that IEC 60601-2-27 (201.7.9.2.9.101) gives to such figures, so that they"
                + " can be laid beside those of products.");
        page.paragraph(
                "Everything below is measured by `rwave disclose` from the running monitor with its default settings,"
                        + " on generated signals (`org.rwave.ecg.simulate.TestRhythms`): two leads at 360 samples a second, 10"
                        + " microvolts of noise. The standard's own digitised waveforms are not among them. Times are signal time:"
                        + " how much signal had been taken when the alarm or the rate came out, to 10 ms.");
        page.paragraph(
                "Products' figures are those of their instructions for use: Philips IntelliVue MP2, GE B20, Mindray"
                        + " BeneView; they come from the products' own test set-ups.");
        page.paragraph("Model `"
                + classifier
                        .modelHash()
                        .substring(0, Math.min(12, classifier.modelHash().length())) + "`, preprocessing `"
                + Preprocessing.ID + "`.");
        new RateSection(bench).write(page);
        new AlarmSection(bench).write(page);
        new SignalSection(bench).write(page);
        new RuleSection().write(page);
        return page.text().strip() + "\n";
    }
}
