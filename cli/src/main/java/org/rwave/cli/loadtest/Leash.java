package org.rwave.cli.loadtest;

import java.io.IOException;
import org.rwave.cli.Rwave;

/**
 * {@code rwave} as a child process that ends with its parent, however that ends: the pipe to its standard input is then
 * closed.
 */
final class Leash {
    private Leash() {}

    /** Runs the command line; ends when it does or when standard input is closed. */
    public static void main(String[] arguments) {
        Thread leash = new Thread(Leash::awaitEndOfParent, "leash");
        leash.setDaemon(true);
        leash.start();
        Rwave.main(arguments);
    }

    private static void awaitEndOfParent() {
        try {
            while (System.in.read() >= 0) {
                // nobody writes there
            }
        } catch (IOException e) {
            System.exit(1); // broken, so nobody holds it
        }
        System.exit(0);
    }
}
