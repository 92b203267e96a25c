package org.rwave.trainer.training;

import java.io.IOException;
import java.util.Optional;
import org.rwave.trainer.checkpoint.Checkpoint;

/** Where the state of one member in training is kept. */
public interface MemberStates {
    /** Nowhere. */
    MemberStates NOWHERE = new MemberStates() {
        @Override
        public Optional<Checkpoint> load(String shape) {
            return Optional.empty();
        }

        @Override
        public void save(String shape, Checkpoint state) {}
    };

    /**
     * The last state saved, if any.
     *
     * @param shape what the member is made of: names and sizes of a network's parameters, number of trees
     * @throws IOException when what is there belongs to something else
     */
    Optional<Checkpoint> load(String shape) throws IOException;

    /** Replaces the last state by {@code state}. */
    void save(String shape, Checkpoint state) throws IOException;
}
