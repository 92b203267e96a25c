package org.rwave.processor.alarmsettings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WardAlarmSettingsTest {
    @Test
    void the_defaults_are_the_same_object_each_time_so_that_no_patient_is_given_them_anew() {
        assertThat(WardAlarmSettings.defaults()).isSameAs(WardAlarmSettings.defaults());
    }
}
