package org.rwave.trainer.training;

import java.io.IOException;
import java.util.Optional;
import org.rwave.trainer.checkpoint.Checkpoint;

/** Where the state of one network in training is kept. */
public interface NetworkStates {
    /** Nowhere. */
    NetworkStates NOWHERE = new NetworkStates() {
        @Override
        public Optional<Checkpoint> load(String network) {
            return Optional.empty();
        }

        @Override
        public void save(String network, Checkpoint state) {}
    };

    /**
     * The last state saved, if any.
     *
     * @param network names and sizes of the network's parameters
     * @throws IOException when what is there belongs to something else
     */
    Optional<Checkpoint> load(String network) throws IOException;

    /** Replaces the last state by {@code state}. */
    void save(String network, Checkpoint state) throws IOException;
}
