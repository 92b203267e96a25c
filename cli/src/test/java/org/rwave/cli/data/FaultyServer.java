package org.rwave.cli.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An HTTP server on loopback that fails in the ways asked for, one way per request, then serves properly. */
final class FaultyServer implements AutoCloseable {
    /** What goes wrong with one request. */
    record Fault(Kind kind, int value) {
        enum Kind {
            /** Closes the connection after {@code value} bytes of the body. */
            DROP,
            /** Says nothing more after {@code value} bytes of the body. */
            STALL,
            /** Sends the whole file whatever range was asked for. */
            IGNORE_RANGE,
            /** Sends other bytes than the file's. */
            WRONG_BYTES,
            /** Answers with status {@code value}. */
            STATUS
        }
    }

    private final ServerSocket socket;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    FaultyServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::acceptAll);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + socket.getLocalPort() + "/";
    }

    void put(String path, byte[] content) {
        files.put("/" + path, content);
    }

    /** The next request for {@code path} goes wrong like this, the one after it like the next fault. */
    void fail(String path, Fault.Kind kind, int value) {
        faults.computeIfAbsent("/" + path, key -> new ArrayDeque<>()).add(new Fault(kind, value));
    }

    /** Requests so far, as "path" or "path from N". */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void acceptAll() {
        while (closed.getCount() > 0) {
            try {
                Socket connection = socket.accept();
                start(() -> serve(connection));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            List<String> head = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.add(line);
            }
            if (!head.isEmpty()) {
                answer(head, connection.getOutputStream());
            }
        } catch (IOException | InterruptedException e) {
            // the client went away, as clients do after a stall
            requests.add("client left: " + e.getClass().getSimpleName());
        }
    }

    private void answer(List<String> head, OutputStream out) throws IOException, InterruptedException {
        String path = head.get(0).split(" ", -1)[1];
        int from = head.stream()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("range: bytes="))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
        requests.add(from == 0 ? path : path + " from " + from);
        Deque<Fault> pending = faults.getOrDefault(path, new ArrayDeque<>());
        Fault fault = pending.isEmpty() ? new Fault(null, 0) : pending.remove();
        byte[] content = files.get(path);
        if (fault.kind() == Fault.Kind.STATUS || content == null) {
            status(out, content == null ? 404 : fault.value());
        } else {
            send(out, content, fault, fault.kind() == Fault.Kind.IGNORE_RANGE ? 0 : from);
        }
    }

    private static void status(OutputStream out, int status) throws IOException {
        write(out, "HTTP/1.1 " + status + " Status\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    private void send(OutputStream out, byte[] content, Fault fault, int from)
            throws IOException, InterruptedException {
        if (from >= content.length && from > 0) {
            status(out, 416);
            return;
        }
        byte[] body = Arrays.copyOfRange(content, from, content.length);
        if (fault.kind() == Fault.Kind.WRONG_BYTES) {
            body[body.length / 2] ^= 0x40;
        }
        String range = from > 0
                ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + from + "-" + (content.length - 1) + "/"
                        + content.length
                : "HTTP/1.1 200 OK";
        write(out, range + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n");
        boolean isCut = fault.kind() == Fault.Kind.DROP || fault.kind() == Fault.Kind.STALL;
        out.write(body, 0, isCut ? Math.min(fault.value(), body.length) : body.length);
        out.flush();
        if (fault.kind() == Fault.Kind.STALL) {
            closed.await();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
