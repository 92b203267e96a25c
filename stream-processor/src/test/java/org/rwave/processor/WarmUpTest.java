package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;

class WarmUpTest {
    @Test
    void a_minute_of_beats_goes_through_the_classifier_as_often_as_stated() {
        AtomicInteger beats = new AtomicInteger();

        WarmUp.play(new BeatClassifier() {
            @Override
            public ClassProbabilities classify(BeatInput input) {
                beats.incrementAndGet();
                return ClassProbabilities.certain(BeatClass.N);
            }

            @Override
            public String modelHash() {
                return "none";
            }
        });

        assertThat(beats.get() / WarmUp.REPETITIONS).isBetween(40, 160);
        assertThat(beats.get() % WarmUp.REPETITIONS).isZero();
    }
}
