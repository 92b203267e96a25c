package org.rwave.cli.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.rwave.cli.CommandFailed;

/** TCP ports on loopback. */
final class Ports {
    private Ports() {}

    /** A port nobody listens on. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandFailed("no free port on loopback: " + e.getMessage(), e);
        }
    }

    /** {@code port} if it can be listened on, any free one for 0. */
    static int claim(int port, String option) {
        if (port == 0) {
            return free();
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as Kafka does: connections of a previous run may linger
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException e) {
            throw busy(port, option, e);
        }
    }

    static CommandFailed busy(int port, String option, IOException cause) {
        return new CommandFailed(
                "port " + port + " is busy; stop what listens there or choose another with " + option, cause);
    }
}
