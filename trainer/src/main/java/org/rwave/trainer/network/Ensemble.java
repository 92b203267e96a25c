package org.rwave.trainer.network;

import java.util.List;
import org.rwave.ecg.beat.BeatClass;

/**
 * Networks and boosted trees that decide together: the weighted mean of their logits goes through one softmax. That is the
 * normalised geometric mean of their probabilities, whatever constants are in the logits of each. Closing it closes the
 * members.
 */
public record Ensemble(List<EnsembleMember> members) implements AutoCloseable {
    public Ensemble {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("an ensemble needs at least one member, had none");
        }
    }

    /** Weight of all members together. */
    public double totalWeight() {
        return members.stream().mapToDouble(EnsembleMember::weight).sum();
    }

    /** Probabilities {@code [beat][class]} as the trainer finds them; arguments as {@link EnsembleMember#logits}. */
    public float[] probabilities(int beats, float[] waveforms, float[] features, double temperature) {
        double[] sums = new double[beats * BeatClass.COUNT];
        for (EnsembleMember member : members) {
            float[] logits = member.logits(beats, waveforms, features);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += member.weight() * logits[i];
            }
        }
        float[] probabilities = new float[sums.length];
        for (int beat = 0; beat < beats; beat++) {
            softmax(sums, beat * BeatClass.COUNT, 1 / (temperature * totalWeight()), probabilities);
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
        members.forEach(EnsembleMember::close);
    }
}
