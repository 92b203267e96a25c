package org.rwave.ecg.simulate;

import java.util.function.Consumer;

/** One element of a scenario. It holds no state of its own, so that a scenario can be played any number of times. */
interface Step {
    /** Starts playing on {@code heart}. */
    Player begin(Heart heart);

    /** A step being played. */
    interface Player {
        /**
         * Plays a little: a beat, or a few at most, so that memory stays bounded however long the step is.
         *
         * @return whether there is more to play
         */
        boolean playOn();
    }

    /** A step that is over in one go. */
    static Step once(Consumer<Heart> action) {
        return heart -> () -> {
            action.accept(heart);
            return false;
        };
    }
}
