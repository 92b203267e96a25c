package org.rwave.trainer.training;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.data.CaptureVariant;
import org.rwave.trainer.data.SimulatedWard;
import org.rwave.trainer.network.NetworkShape;
import org.rwave.trainer.training.trees.TreeParameters;

/**
 * Everything that decides how a model is trained, as {@code training.properties} explains it key by key.
 *
 * @param source the effective keys and values, for the model's metadata
 */
public record HyperParameters(
        long seed,
        int threads,
        int waveformMembers,
        int featureMembers,
        ClassMapping labels,
        NetworkShape network,
        double dropout,
        int epochs,
        int batch,
        double learningRate,
        double warmupEpochs,
        double weightDecay,
        double averageDecay,
        double classWeightPower,
        double labelSmoothing,
        int normalBeatsPerEpoch,
        Augmentation augmentation,
        List<CaptureVariant> variants,
        SimulatedWard simulated,
        TreeParameters trees,
        Set<Integer> ignoredFeatures,
        Set<Integer> ignoredByWaveformMembers,
        Map<String, String> source) {
    public HyperParameters {
        variants = List.copyOf(variants);
        ignoredFeatures = Set.copyOf(ignoredFeatures);
        ignoredByWaveformMembers = Set.copyOf(ignoredByWaveformMembers);
        if (waveformMembers + featureMembers + trees.members() < 1) {
            throw new IllegalArgumentException(
                    "members.waveform, members.features and members.trees are all 0; there must be a member");
        }
        source = Map.copyOf(source);
    }

    /**
     * How beats are varied in training, so that the network does not learn the accidents of 22 people.
     *
     * @param amplitude largest factor on a lead's amplitude
     * @param shiftSamples largest shift of the window
     * @param featureNoise deviation of the noise on the standardised features
     * @param waveformNoise deviation of the noise on the scaled waveform
     */
    public record Augmentation(double amplitude, int shiftSamples, double featureNoise, double waveformNoise) {}

    /** Networks in the ensemble; {@link #trees} stand beside them. */
    public int members() {
        return waveformMembers + featureMembers;
    }

    /** The same with another seed. */
    public HyperParameters withSeed(long other) {
        Map<String, String> changed = new TreeMap<>(source);
        changed.put("seed", Long.toString(other));
        return new HyperParameters(
                other,
                threads,
                waveformMembers,
                featureMembers,
                labels,
                network,
                dropout,
                epochs,
                batch,
                learningRate,
                warmupEpochs,
                weightDecay,
                averageDecay,
                classWeightPower,
                labelSmoothing,
                normalBeatsPerEpoch,
                augmentation,
                variants,
                simulated,
                trees,
                ignoredFeatures,
                ignoredByWaveformMembers,
                changed);
    }

    /** All keys and values on one line, sorted. */
    public String onOneLine() {
        List<String> entries = source.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .toList();
        return String.join("; ", entries);
    }
}
