package org.rwave.cli.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.alarm.Attention;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.feed.AlertCircumstances;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.feed.FeedId;

class LinesTest {
    private static final long DECIDED = 1_700_000_000_000_000L;
    private static final long SECOND = 1_000_000;

    @Test
    void an_alarm_is_silent_until_the_instant_and_sounds_again_from_there() {
        assertThat(Lines.of(silencedUntil(DECIDED + 30 * SECOND)))
                .contains("(silent until 2023-11-14 22:13:50.000 by nurse)");
        assertThat(Lines.of(silencedUntil(DECIDED)))
                .contains("(sounds again, was silent until 2023-11-14 22:13:20.000 by nurse)");
    }

    private static Alert silencedUntil(long until) {
        AlarmEvent update = new AlarmEvent(
                AlarmKind.ASYSTOLE,
                AlarmKind.ASYSTOLE.priority(),
                AlarmPhase.UPDATE,
                100,
                DECIDED - 4 * SECOND,
                500,
                DECIDED,
                "Asystole: no beat for 4.0 s",
                List.of(),
                "asystole-1");
        Attention attention = new Attention(Optional.empty(), Optional.of(new Attention.By("nurse", until)), false);
        return AlertMapping.toAvro(
                new FeedId("p", "s"), update, Optional.empty(), "", AlertCircumstances.ofRule("", attention));
    }
}
