package org.rwave.cli.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.rwave.cli.CommandFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry with Confluent's REST API, in this process, on loopback. Its state is in the {@code _schemas} topic
 * of the broker. For development: no TLS, no references between schemas, one instance.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int MAX_BODY_BYTES = 4_000_000;

    static {
        // Without it every second request waits 40 ms for a delayed acknowledgement; read once, by the JDK's server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final RegistryLog log;

    private EmbeddedRegistry(HttpServer server, ExecutorService threads, RegistryLog log) {
        this.server = server;
        this.threads = threads;
        this.log = log;
    }

    /**
     * Starts a registry and returns when it takes requests.
     *
     * @param port to listen on; 0 for any free one
     * @param bootstrapServers the broker that keeps its state
     * @throws CommandFailed when the port is busy
     */
    public static EmbeddedRegistry start(int port, String bootstrapServers) {
        HttpServer server = listen(port);
        try {
            RegistryState state = new RegistryState();
            RegistryLog log = RegistryLog.open(bootstrapServers, state);
            RegistryRoutes routes = new RegistryRoutes(new SchemaRegister(state, log::append));
            ExecutorService threads = Executors.newFixedThreadPool(4, daemons());
            server.setExecutor(threads);
            server.createContext("/", exchange -> serve(exchange, routes));
            server.start();
            return new EmbeddedRegistry(server, threads, log);
        } catch (RuntimeException e) {
            server.stop(0);
            throw e;
        }
    }

    private static HttpServer listen(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw Ports.busy(port, "--registry-port", e);
        }
    }

    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task, "schema-registry");
            thread.setDaemon(true);
            return thread;
        };
    }

    private static void serve(HttpExchange exchange, RegistryRoutes routes) throws IOException {
        try (exchange) {
            int status = 200;
            Object answer;
            try {
                answer = routes.answer(
                        RegistryRequest.of(exchange.getRequestMethod(), exchange.getRequestURI(), body(exchange)));
            } catch (RegistryFault fault) {
                status = fault.status();
                answer = Map.of("error_code", fault.code(), "message", fault.getMessage());
            } catch (RuntimeException bug) {
                LOG.error("registry failed at {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), bug);
                status = 500;
                answer = Map.of("error_code", 500, "message", "Internal Server Error: " + bug.getMessage());
            }
            byte[] json = RegistryJson.bytes(answer);
            exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
            exchange.sendResponseHeaders(status, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
        try {
            JsonNode body = RegistryJson.MAPPER.readTree(bytes);
            return body == null ? MissingNode.getInstance() : body;
        } catch (JsonProcessingException e) {
            throw (RegistryFault) RegistryFault.unreadable("the body is not JSON: " + e.getOriginalMessage())
                    .initCause(e);
        }
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Stops serving. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        log.close();
    }
}
