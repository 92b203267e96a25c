package org.rwave.trainer.training;

/**
 * Boosted trees to train, as one member.
 *
 * @param ensemble name of the ensemble that they belong to
 * @param member their number among the boosted trees there, from 0
 * @param seed of everything random in their training
 */
public record TreeTask(String ensemble, int member, long seed) implements MemberTask {
    @Override
    public String kind() {
        return "trees";
    }

    @Override
    public String toString() {
        return ensemble + ", trees " + (member + 1);
    }
}
