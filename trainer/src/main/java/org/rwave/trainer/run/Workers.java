package org.rwave.trainer.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Other processes of the same program that train networks of the same run. They must be processes: DJL collects gradients
 * for one network at a time, and PyTorch has one stream of random numbers a process.
 */
public final class Workers {
    private Workers() {}

    /** Starts {@code count} of them; they end by themselves when nothing is left or this process has ended. */
    public static void start(int count, Path runFolder, Path dataFolder) throws IOException {
        for (int i = 0; i < count; i++) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.addAll(List.of("org.rwave.trainer.TrainerMain", "train-worker", runFolder.toString()));
            command.addAll(List.of("--data", dataFolder.toString()));
            command.addAll(
                    List.of("--parent", Long.toString(ProcessHandle.current().pid())));
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }
    }
}
