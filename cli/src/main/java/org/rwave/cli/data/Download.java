package org.rwave.cli.data;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;
import org.rwave.cli.CommandFailed;

/**
 * Fetches files over HTTP. A file is written under the name {@code .part}, continued from there after a broken
 * connection or in a later run, and takes its final name only when its SHA-256 is right.
 */
final class Download {
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final HttpClient client;
    private final DownloadSettings settings;

    Download(DownloadSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(settings.patience())
                .build();
    }

    /** A server's answer that trying again may change. */
    private static final class Unsettled extends IOException {
        private static final long serialVersionUID = 1;

        Unsettled(String message) {
            super(message);
        }
    }

    /**
     * Brings {@code source} to {@code target}, replacing what is there.
     *
     * @param sha256 of the right content, lower-case hex; empty when there is nothing to check it against
     * @param received told how many bytes arrive
     * @throws CommandFailed in one line when the server refuses, the content is wrong or it will not come through
     */
    void fetch(URI source, Path target, String sha256, LongConsumer received) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.createDirectories(target.toAbsolutePath().getParent());
        if (sha256.isEmpty()) {
            Files.deleteIfExists(part); // without a checksum a part of an older version would go unnoticed
        }
        Attempts attempts = new Attempts(source, settings);
        while (true) {
            String failure;
            try {
                transfer(source, part, received);
                String actual = Sha256.of(part);
                if (sha256.isEmpty() || actual.equals(sha256)) {
                    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                    return;
                }
                Files.delete(part);
                attempts.wrongContent(actual, sha256);
                failure = "SHA-256 is wrong";
            } catch (IOException e) {
                failure = Attempts.reason(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailed("interrupted while fetching " + source, e);
            }
            attempts.failed(failure, Files.exists(part) ? Files.size(part) : 0);
        }
    }

    private void transfer(URI source, Path part, LongConsumer received) throws IOException, InterruptedException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(source).timeout(settings.patience());
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofPublisher());
        try (PolledBody body = new PolledBody()) {
            response.body().subscribe(body);
            switch (response.statusCode()) {
                case OK -> append(body, part, 0, received);
                case PARTIAL_CONTENT -> append(body, part, startOfRange(response, have), received);
                case RANGE_NOT_SATISFIABLE -> {
                    if (have == 0) {
                        throw refused(source, response.statusCode());
                    }
                    // the part is whole already, or longer than the file: the checksum tells
                }
                default -> throw answer(source, response.statusCode());
            }
        }
    }

    private static long startOfRange(HttpResponse<?> response, long asked) throws IOException {
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes " + asked + "-")) {
            throw new Unsettled("asked for the bytes from " + asked + ", got \"" + range + "\"");
        }
        return asked;
    }

    private void append(PolledBody body, Path part, long from, LongConsumer received)
            throws IOException, InterruptedException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(from).position(from);
            List<ByteBuffer> buffers = body.next(settings.patience());
            while (!buffers.isEmpty()) {
                for (ByteBuffer buffer : buffers) {
                    received.accept(buffer.remaining());
                    while (buffer.hasRemaining()) {
                        file.write(buffer);
                    }
                }
                buffers = body.next(settings.patience());
            }
        }
    }

    private static IOException answer(URI source, int status) {
        boolean isPassing = status >= 500 || status == 429 || status == 408;
        if (!isPassing) {
            throw refused(source, status);
        }
        return new Unsettled("the server answered " + status);
    }

    private static CommandFailed refused(URI source, int status) {
        String meaning = status == 404 ? " (not found)" : status == 403 ? " (forbidden)" : "";
        return new CommandFailed(source + ": the server answered " + status + meaning + "; check --base-url");
    }

    /** Time limits and retries. */
    record DownloadSettings(Duration patience, int maxFailures, Pause pause) {
        /** 30 s of silence, five failures without progress, back-off in real time. */
        static DownloadSettings defaults() {
            return new DownloadSettings(Duration.ofSeconds(30), 5, duration -> Thread.sleep(duration.toMillis()));
        }
    }

    /** How waiting is done, so that tests need not. */
    @FunctionalInterface
    interface Pause {
        void pause(Duration duration) throws InterruptedException;
    }
}
