package org.rwave.trainer.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.data.LabelledBeat;

/** Draws the beats of an epoch: every ectopic beat, and as many normal ones as asked for, in random order. */
final class EpochOrder {
    private final List<LabelledBeat> normal = new ArrayList<>();
    private final List<LabelledBeat> others = new ArrayList<>();
    private final int normalPerEpoch;
    private final Random random;

    EpochOrder(List<LabelledBeat> beats, int normalPerEpoch, Random random) {
        beats.forEach(beat -> (beat.label() == BeatClass.N ? normal : others).add(beat));
        this.normalPerEpoch = normalPerEpoch == 0 ? normal.size() : Math.min(normalPerEpoch, normal.size());
        this.random = random;
    }

    int beatsPerEpoch() {
        return normalPerEpoch + others.size();
    }

    /** The beats of the next epoch. */
    List<LabelledBeat> next() {
        Collections.shuffle(normal, random);
        List<LabelledBeat> drawn = new ArrayList<>(normal.subList(0, normalPerEpoch));
        drawn.addAll(others);
        Collections.shuffle(drawn, random);
        return drawn;
    }
}
