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

    EpochOrder(List<LabelledBeat> beats, int normalPerEpoch) {
        beats.forEach(beat -> (beat.label() == BeatClass.N ? normal : others).add(beat));
        this.normalPerEpoch = normalPerEpoch == 0 ? normal.size() : Math.min(normalPerEpoch, normal.size());
    }

    int beatsPerEpoch() {
        return normalPerEpoch + others.size();
    }

    /** The beats of an epoch; the same for the same state of {@code random}, whatever came before. */
    List<LabelledBeat> draw(Random random) {
        List<LabelledBeat> shuffled = new ArrayList<>(normal);
        Collections.shuffle(shuffled, random);
        List<LabelledBeat> drawn = new ArrayList<>(shuffled.subList(0, normalPerEpoch));
        drawn.addAll(others);
        Collections.shuffle(drawn, random);
        return drawn;
    }
}
