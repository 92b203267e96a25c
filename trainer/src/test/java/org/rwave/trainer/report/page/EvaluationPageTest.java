package org.rwave.trainer.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.EvaluationJson;
import org.rwave.trainer.report.evaluation.Origin;
import org.rwave.trainer.report.evaluation.SampleEvaluation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class EvaluationPageTest {
    private static Evaluation evaluation;
    private static String html;
    private static Document page;

    @TempDir
    Path folder;

    @BeforeAll
    static void write() throws IOException, SAXException, ParserConfigurationException {
        evaluation = SampleEvaluation.get();
        html = EvaluationPage.of(evaluation);
        page = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    @Test
    void is_well_formed_and_shows_names_as_they_are() {
        assertThat(elements("h1").get(0).getTextContent()).isEqualTo(SampleEvaluation.TITLE);
        assertThat(elements("h2")).hasSize(13);
    }

    @Test
    void needs_nothing_from_elsewhere() {
        assertThat(html).doesNotContain("http:", "https:", "url(", "@import", "<script", "<img", "src=");
        assertThat(elements("a"))
                .isNotEmpty()
                .allMatch(link -> link.getAttribute("href").startsWith("#"));
        assertThat(elements("link")).isEmpty();
    }

    @Test
    void every_link_leads_to_a_section() {
        List<String> targets = elements("h2").stream()
                .map(heading -> heading.getAttribute("id"))
                .toList();

        assertThat(elements("a"))
                .extracting(link -> link.getAttribute("href").substring(1))
                .containsExactlyElementsOf(targets);
    }

    @Test
    void headings_of_results_name_their_mapping() {
        assertThat(elements("h2").subList(1, 11))
                .extracting(Element::getTextContent)
                .allMatch(heading -> heading.contains("literature") || heading.contains("EC57"));
    }

    @Test
    void every_picture_has_a_title_and_a_description() {
        assertThat(elements("svg")).hasSizeGreaterThan(20).allSatisfy(picture -> {
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                    .isNotBlank();
            assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
                    .isNotBlank();
        });
    }

    /** What the report is there to show, by the beginning of the caption below. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Reliability. Left: confidence in the decision against accuracy",
                "What abstention buys",
                "Left: precision against recall",
                "Against the signal-to-noise ratio",
                "The most confident errors",
                "Beats that were recognised",
                "Mean waveform of each true class",
                "Sample (random beats, ",
                "Se, +P and F1 of each class",
                "Occlusion of waves and groups of features",
                "The 12 features of the rhythm"
            })
    void a_picture_stands_above_its_caption(String caption) {
        assertThat(captions(caption))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(((Element) found.getParentNode())
                                .getElementsByTagName("svg")
                                .getLength())
                        .isPositive());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Main figures at reference positions",
                "Confusion matrix, literature",
                "Confusion matrix, EC57",
                "Sensitivity (Se), positive predictivity (+P) and F1 of each class",
                "Reference positions, whole records, literature (e, j to N) mapping; QRS from the raw",
                "How much hangs on single records",
                "Heartbeats (QRS), ventricular (VEB)",
                "Provisional against final labels",
                "Calibration at reference positions",
                "Average precision and area",
                "Sanity check"
            })
    void a_table_stands_below_its_caption(String caption) {
        assertThat(captions(caption))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(((Element) found.getParentNode())
                                .getElementsByTagName("table")
                                .getLength())
                        .isPositive());
    }

    private static List<Element> captions(String beginning) {
        return elements("figcaption").stream()
                .filter(caption -> caption.getTextContent()
                        .replaceFirst("^(Table|Figure) \\d+\\. ", "")
                        .startsWith(beginning))
                .toList();
    }

    @Test
    void no_number_that_is_not_defined_is_drawn() {
        assertThat(html).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void says_so_when_there_was_no_noise_and_no_intra_patient_result() {
        Evaluation bare = new Evaluation(
                evaluation.form(),
                evaluation.origin(),
                evaluation.referencePositions(),
                evaluation.records(),
                evaluation.ownDetection(),
                evaluation.firstAnswers(),
                evaluation.calibration(),
                evaluation.curves(),
                List.of(),
                List.of(),
                evaluation.beats(),
                evaluation.explanation());

        assertThat(EvaluationPage.of(bare))
                .contains("There were no noise records")
                .contains("No intra-patient result was given");
    }

    @Test
    void lies_beside_its_JSON_under_the_name_of_split_and_model() throws IOException {
        Path file = ReportFiles.in(folder.resolve("new/folder")).write(evaluation);

        String hash = evaluation.origin().models().get(0).hash().substring(0, 8);
        assertThat(file).hasFileName("simulated-" + hash + ".html").hasContent(html);
        assertThat(file.resolveSibling("simulated-" + hash + ".json"))
                .content()
                .satisfies(json -> assertThat(EvaluationJson.read(json)).isEqualTo(evaluation));
    }

    @Test
    void a_folder_that_cannot_be_made_is_named_with_what_to_do() throws IOException {
        Path inFile = Files.writeString(folder.resolve("file"), "").resolve("report");

        assertThatThrownBy(() -> ReportFiles.in(inFile))
                .isInstanceOf(IOException.class)
                .hasMessage("folder " + inFile + " cannot be made; give the report another one");
    }

    @Test
    void several_models_have_a_name_together() {
        Origin one = evaluation.origin();
        Origin.Model model = one.models().get(0);

        assertThat(ReportFiles.name(with(one, List.of(model, model), false))).matches("simulated-[0-9a-f]{8}-2-models");
        assertThat(ReportFiles.name(with(one, List.of(model, model), true)))
                .matches("simulated-out-of-fold-[0-9a-f]{8}");
    }

    private static Origin with(Origin origin, List<Origin.Model> models, boolean foldsOfOne) {
        return new Origin(
                origin.title(),
                origin.split(),
                origin.protocol(),
                origin.records(),
                origin.time(),
                origin.command(),
                origin.codeVersion(),
                origin.machine(),
                origin.preprocessing(),
                origin.temperature(),
                models,
                foldsOfOne);
    }

    private static List<Element> elements(String name) {
        var found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
