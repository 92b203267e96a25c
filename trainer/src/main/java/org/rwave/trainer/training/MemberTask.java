package org.rwave.trainer.training;

import java.util.Locale;

/** One member of an ensemble to train. */
public sealed interface MemberTask permits NetworkTask, TreeTask {
    /** Name of the ensemble that it belongs to. */
    String ensemble();

    /** Its number among those of its kind, from 0. */
    int member();

    /** Of everything random in its training. */
    long seed();

    /** What it is, in one word. */
    String kind();

    /** A name for its files. */
    default String fileName() {
        return ensemble().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + kind() + "-" + (member() + 1);
    }
}
