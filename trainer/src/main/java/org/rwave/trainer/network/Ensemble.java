package org.rwave.trainer.network;

import java.util.List;
import org.rwave.ecg.beat.BeatClass;

/** Networks that decide together: their logits are averaged. Closing it closes the members. */
public record Ensemble(List<TrainedNetwork> members) implements AutoCloseable {
    public Ensemble {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("an ensemble needs at least one network, had none");
        }
    }

    /** Probabilities {@code [beat][class]} from the training engine; arguments as {@link TrainedNetwork#logits}. */
    public float[] probabilities(int beats, float[] waveforms, float[] features, double temperature) {
        double[] sums = new double[beats * BeatClass.COUNT];
        for (TrainedNetwork member : members) {
            float[] logits = member.logits(beats, waveforms, features);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += logits[i];
            }
        }
        float[] probabilities = new float[sums.length];
        for (int beat = 0; beat < beats; beat++) {
            softmax(sums, beat * BeatClass.COUNT, 1 / (temperature * members.size()), probabilities);
        }
        return probabilities;
    }

    private static void softmax(double[] sums, int at, double factor, float[] into) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < BeatClass.COUNT; c++) {
            largest = Math.max(largest, sums[at + c] * factor);
        }
        double total = 0;
        for (int c = 0; c < BeatClass.COUNT; c++) {
            total += Math.exp(sums[at + c] * factor - largest);
        }
        for (int c = 0; c < BeatClass.COUNT; c++) {
            into[at + c] = (float) (Math.exp(sums[at + c] * factor - largest) / total);
        }
    }

    @Override
    public void close() {
        members.forEach(TrainedNetwork::close);
    }
}
