package org.rwave.trainer.training;

/**
 * One network to train.
 *
 * @param ensemble name of the ensemble that it belongs to
 * @param member its number there, from 0
 * @param seesWaveform whether it sees the waveform beside the features
 * @param seed of everything random in its training
 */
public record NetworkTask(String ensemble, int member, boolean seesWaveform, long seed) implements MemberTask {
    @Override
    public String kind() {
        return "network";
    }

    @Override
    public String toString() {
        return ensemble + ", network " + (member + 1);
    }
}
