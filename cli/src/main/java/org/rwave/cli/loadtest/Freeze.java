package org.rwave.cli.loadtest;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.rwave.cli.CommandFailed;

/** Stops a process for a while and lets it go on, with the signals that no process can refuse. */
final class Freeze {
    private static final int KILL_PATIENCE_SECONDS = 5;

    private Freeze() {}

    /**
     * Freezes process {@code pid} for {@code length}.
     *
     * @throws CommandFailed where there is no {@code kill} command
     */
    static void process(long pid, Duration length) throws InterruptedException {
        signal("-STOP", pid);
        try {
            Thread.sleep(length.toMillis());
        } finally {
            signal("-CONT", pid);
        }
    }

    private static void signal(String signal, long pid) throws InterruptedException {
        try {
            Process kill = new ProcessBuilder("kill", signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .start();
            if (!kill.waitFor(KILL_PATIENCE_SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new CommandFailed("kill " + signal + " " + pid + " has failed");
            }
        } catch (IOException e) {
            throw new CommandFailed("--freeze needs the kill command of a Unix system: " + e.getMessage(), e);
        }
    }
}
