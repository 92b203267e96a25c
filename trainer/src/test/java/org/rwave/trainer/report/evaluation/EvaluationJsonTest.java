package org.rwave.trainer.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationJsonTest {
    @TempDir
    Path folder;

    @Test
    void an_evaluation_comes_back_as_it_was_written() throws IOException {
        Evaluation evaluation = SampleEvaluation.get();

        assertThat(EvaluationJson.read(EvaluationJson.write(evaluation))).isEqualTo(evaluation);
    }

    @Test
    void figures_that_are_not_defined_are_null() {
        String json = EvaluationJson.write(SampleEvaluation.get());

        assertThat(json).contains("\"decibels\":null").doesNotContain("NaN");
    }

    @Test
    void another_form_is_refused_by_name() {
        String other = EvaluationJson.write(SampleEvaluation.get()).replace(Evaluation.FORM, "rwave-evaluation/9");

        assertThatThrownBy(() -> EvaluationJson.read(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rwave-evaluation/9")
                .hasMessageContaining(Evaluation.FORM);
    }

    @Test
    void an_intra_patient_result_is_read() throws IOException {
        Path file = Files.writeString(
                folder.resolve("intra.json"),
                "{\"title\":\"Kaggle\",\"split\":\"random\",\"matrix\":" + SampleEvaluation.identity() + "}");

        assertThat(EvaluationJson.readIntraPatient(file))
                .isEqualTo(new IntraPatient("Kaggle", "random", SampleEvaluation.identity()));
    }

    @Test
    void what_is_wrong_with_an_intra_patient_result_is_said_with_its_file() throws IOException {
        Path torn = Files.writeString(folder.resolve("torn.json"), "{\"title\":\"Kaggle\",\n\"split\"");
        Path small = Files.writeString(
                folder.resolve("small.json"), "{\"title\":\"Kaggle\",\"split\":\"random\",\"matrix\":[[1,2],[3,4]]}");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"name\":\"Kaggle\"}");

        assertThatThrownBy(() -> EvaluationJson.readIntraPatient(torn))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(torn + ", line 2: not an intra-patient result");
        assertThatThrownBy(() -> EvaluationJson.readIntraPatient(small))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(small + ": a confusion matrix has five rows");
        assertThatThrownBy(() -> EvaluationJson.readIntraPatient(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not an intra-patient result");
        assertThatThrownBy(() -> EvaluationJson.readIntraPatient(folder.resolve("none.json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a file");
    }
}
