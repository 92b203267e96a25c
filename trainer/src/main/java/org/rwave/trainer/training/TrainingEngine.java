package org.rwave.trainer.training;

import ai.djl.engine.Engine;

/** Starts PyTorch for this process: off line, with a fixed number of threads, on which the weights depend. */
public final class TrainingEngine {
    private TrainingEngine() {}

    /**
     * Must come before anything else that touches the engine.
     *
     * @throws IllegalStateException when the engine already runs with another number of threads
     */
    public static void start(int threads) {
        String property = "ai.djl.pytorch.num_threads";
        String wanted = Integer.toString(threads);
        String present = System.getProperty(property);
        if (present != null && !present.equals(wanted)) {
            throw new IllegalStateException("the training engine runs with " + present + " threads in this process, "
                    + wanted + " were asked for; start a new process");
        }
        System.setProperty(property, wanted);
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.offline", "true");
        version();
    }

    /** Name and version of the engine. */
    public static String version() {
        Engine engine = Engine.getEngine("PyTorch");
        return "pytorch=" + engine.getVersion() + "; djl=" + Engine.getDjlVersion();
    }
}
