package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;

class WarmUpTest {
    @Test
    void as_many_minutes_of_beats_go_through_the_classifier_as_stated() {
        int once = beats(Duration.ofMinutes(WarmUp.PATIENTS));

        assertThat(once / WarmUp.PATIENTS).isBetween(40, 160);
        assertThat(beats(Duration.ofMinutes(2 * WarmUp.PATIENTS))).isEqualTo(2 * once);
    }

    @Test
    void no_warm_up_plays_nothing() {
        assertThat(beats(Duration.ZERO)).isZero();
    }

    private static int beats(Duration signal) {
        AtomicInteger beats = new AtomicInteger();
        WarmUp.play(
                new BeatClassifier() {
                    @Override
                    public ClassProbabilities classify(BeatInput input) {
                        beats.incrementAndGet();
                        return ClassProbabilities.certain(BeatClass.N);
                    }

                    @Override
                    public String modelHash() {
                        return "none";
                    }
                },
                signal);
        return beats.get();
    }
}
