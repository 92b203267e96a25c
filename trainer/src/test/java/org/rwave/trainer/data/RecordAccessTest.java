package org.rwave.trainer.data;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.signal.SamplingRate;

class RecordAccessTest {
    private static final JavaClasses TRAINER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.rwave.trainer");

    @ParameterizedTest(name = "record {0}")
    @ValueSource(strings = {"100", "202", "232", "234"})
    void training_cannot_open_a_record_of_the_test_set(String record) {
        RecordAccess access = RecordAccess.forTraining(Path.of("nowhere"));

        assertThatThrownBy(() -> access.open(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("record " + record + " must not be used in training: it belongs to the test set DS2, which"
                        + " 'rwave evaluate' alone may read");
    }

    @Test
    void training_cannot_open_a_record_that_is_in_no_set_either() {
        RecordAccess access = RecordAccess.forTraining(Path.of("nowhere"));

        assertThatThrownBy(() -> access.open("102")).hasMessageContaining("not in the training set DS1");
        assertThatThrownBy(() -> access.open("../mitdb/100")).hasMessageContaining("not in the training set DS1");
    }

    @Test
    void no_other_class_opens_recordings() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(RecordAccess.class.getName())
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Recordings.class.getName())
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(AnnotationFile.class.getName())
                .check(TRAINER);
    }

    @Test
    void the_evaluate_command_alone_takes_the_door_for_evaluation() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.rwave.trainer.EvaluateCommand")
                .should()
                .callMethod(RecordAccess.class, "forEvaluation", Path.class)
                .check(TRAINER);
    }

    @Test
    void the_heartbeat_files_alone_take_the_door_for_intra_patient_rows() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.rwave.trainer.kaggle.MitBihRows")
                .should()
                .callMethod(RecordAccess.class, "forIntraPatientRows", Path.class)
                .check(TRAINER);
    }

    @Test
    void the_beat_classifier_learns_nothing_from_the_heartbeat_files() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.rwave.trainer.training", "org.rwave.trainer.validation", "org.rwave.trainer.data")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.rwave.trainer.kaggle", "org.rwave.trainer.heartbeat")
                .check(TRAINER);
    }

    @Test
    void a_record_of_another_data_base_must_not_be_one_of_mit_bih() {
        assertThatThrownBy(() -> RecordAccess.openForeign(Path.of("copy/232.hea")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named like a record of MIT-BIH");
        assertThatThrownBy(() -> RecordAccess.foreignAnnotations(Path.of("copy/232.hea"), new SamplingRate(360)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named like a record of MIT-BIH");
    }
}
