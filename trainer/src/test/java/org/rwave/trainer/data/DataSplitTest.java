package org.rwave.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataSplitTest {
    @Test
    void training_and_test_set_share_no_record() {
        assertThat(DataSplit.DS1.records()).hasSize(22).doesNotContainAnyElementsOf(DataSplit.DS2.records());
        assertThat(DataSplit.DS2.records()).hasSize(22);
    }

    /** 201 and 202 are one person: the original split's one overlap, stated rather than hidden. */
    @Test
    void training_and_test_set_share_one_person_who_is_declared() {
        Set<String> both = new HashSet<>(DataSplit.DS1.patients());
        both.retainAll(DataSplit.DS2.patients());

        assertThat(both).containsExactly("201");
        assertThat(DataSplit.SAME_PERSON_AS_201).isEqualTo("202");
    }

    @Test
    void no_record_with_a_pacemaker_is_in_either() {
        assertThat(DataSplit.DS1.records()).doesNotContain("102", "104", "107", "217");
        assertThat(DataSplit.DS2.records()).doesNotContain("102", "104", "107", "217");
    }

    @Test
    void the_folds_are_disjoint_by_patient_and_together_are_ds1() {
        List<String> all = new ArrayList<>();
        Set<String> patients = new HashSet<>();
        for (DataSplit fold : DataSplit.DS1_FOLDS) {
            all.addAll(fold.records());
            assertThat(patients).doesNotContainAnyElementsOf(fold.patients());
            patients.addAll(fold.patients());
        }

        assertThat(all).containsExactlyInAnyOrderElementsOf(DataSplit.DS1.records());
    }

    @Test
    void what_a_fold_is_judged_by_is_trained_without_it() {
        for (DataSplit fold : DataSplit.DS1_FOLDS) {
            assertThat(DataSplit.DS1.without(fold).records())
                    .doesNotContainAnyElementsOf(fold.records())
                    .hasSize(22 - fold.records().size());
        }
    }
}
