package org.rwave.trainer.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rwave.trainer.report.evaluation.Evaluation;

/** The page of one evaluation. */
public final class EvaluationPage {
    private EvaluationPage() {}

    /** HTML that is also well-formed XML and names no other resource. */
    public static String of(Evaluation evaluation) {
        Numbering numbering = new Numbering();
        List<Section> sections = List.of(
                SummarySection.of(evaluation, numbering),
                LabelSection.of(evaluation, 0, numbering),
                LabelSection.of(evaluation, 1, numbering),
                DetectionSection.of(evaluation, numbering),
                RecordSection.of(evaluation, numbering),
                CurveSection.of(evaluation, numbering),
                CalibrationSection.of(evaluation, numbering),
                FirstAnswerSection.of(evaluation, numbering),
                NoiseSection.of(evaluation, numbering),
                IntraSection.of(evaluation, numbering),
                BeatSection.of(evaluation, numbering),
                ExplanationSection.of(evaluation, numbering),
                OriginSection.of(evaluation));
        Element head = Element.of(
                "head",
                Element.of("meta").with("charset", "utf-8"),
                Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Element.of("title", evaluation.origin().title() + " · rwave"),
                Element.of("style", style()));
        Element body = Element.of(
                "body",
                Element.of(
                        "header",
                        Element.of("h1", evaluation.origin().title()),
                        Element.of("p", evaluation.origin().protocol()).with("class", "lead")),
                Element.of("nav", sections.stream().map(Section::link).toList()).with("aria-label", "Contents"),
                Element.of("main", sections.stream().map(Section::draw).toList()),
                Element.of(
                        "footer",
                        "rwave. Research and education software; not a medical device. MIT-BIH Arrhythmia"
                                + " Database and Noise Stress Test Database: Moody GB, Mark RG and others; Goldberger AL et al.,"
                                + " Circulation 101(23):e215-e220, 2000; Open Data Commons Attribution 1.0."));
        return "<!DOCTYPE html>\n" + Element.of("html", head, body).with("lang", "en") + "\n";
    }

    private static String style() {
        try (InputStream in = EvaluationPage.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("the style sheet page.css is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the style sheet page.css cannot be read", e);
        }
    }
}
