package org.rwave.trainer.training;

import java.util.ArrayList;
import java.util.List;
import org.rwave.trainer.checkpoint.Checkpoint;

/**
 * What is known of an epoch that is done.
 *
 * @param epoch its number, from 1
 * @param loss mean over its steps
 * @param seconds its duration
 */
public record EpochRecord(NetworkTask network, int epoch, double loss, double seconds) {
    /** The epochs that {@code checkpoint} of {@code network} has behind it. */
    public static List<EpochRecord> of(NetworkTask network, Checkpoint checkpoint) {
        List<Double> losses = NetworkState.losses(checkpoint);
        List<Double> seconds = NetworkState.seconds(checkpoint);
        List<EpochRecord> epochs = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            epochs.add(new EpochRecord(network, i + 1, losses.get(i), seconds.get(i)));
        }
        return epochs;
    }
}
