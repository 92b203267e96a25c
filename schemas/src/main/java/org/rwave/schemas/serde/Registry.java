package org.rwave.schemas.serde;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;

/**
 * A schema registry with Confluent's REST API, asked through Confluent's own client. Safe for use by several threads.
 * {@code mock://NAME} is a registry in this JVM, one per name, for tests.
 */
public final class Registry implements AutoCloseable {
    private static final String MOCK = "mock://";
    private static final int CACHED_SCHEMAS = 1000;
    private static final int NOT_FOUND = 404;
    /** What a client may wait, unless its configuration says otherwise: a stream thread stands still meanwhile. */
    private static final int TIMEOUT_MILLIS = 5000;

    private final String url;
    private final SchemaRegistryClient client;

    private Registry(String url, SchemaRegistryClient client) {
        this.url = url;
        this.client = client;
    }

    /**
     * A registry by URL; several, separated by commas, are tried in turn. Asks nothing yet.
     *
     * @param config any property of Confluent's client, for instance {@code basic.auth.user.info} or {@code
     *     schema.registry.ssl.truststore.location}; others are ignored
     */
    public static Registry connect(String url, Map<String, ?> config) {
        if (url.startsWith(MOCK)) {
            return new Registry(url, MockSchemaRegistry.getClientForScope(url.substring(MOCK.length())));
        }
        return new Registry(
                url,
                SchemaRegistryClientFactory.newClient(
                        List.of(url.split("\\s*,\\s*")),
                        CACHED_SCHEMAS,
                        List.of(new AvroSchemaProvider()),
                        clientConfig(config),
                        Map.of()));
    }

    private static Map<String, Object> clientConfig(Map<String, ?> given) {
        Map<String, Object> config = new HashMap<>(given);
        given.forEach((key, value) -> {
            if (key.startsWith("schema.registry.basic.") || key.startsWith("schema.registry.bearer.")) {
                config.putIfAbsent(key.substring("schema.registry.".length()), value);
            }
        });
        // The client takes its numbers as numbers only, files hold text.
        for (String key : List.of("http.connect.timeout.ms", "http.read.timeout.ms")) {
            config.compute(key, (k, value) -> value == null ? TIMEOUT_MILLIS : Integer.valueOf(value.toString()));
        }
        // A feed of records with an unknown id shall not become a flood of requests.
        config.compute("missing.id.cache.ttl.sec", (k, value) -> value == null ? 10L : Long.valueOf(value.toString()));
        return config;
    }

    /** For the test that says whose client this is. */
    String clientClass() {
        return client.getClass().getName();
    }

    /** Where it is. */
    public String url() {
        return url;
    }

    /**
     * The id of {@code schema} under {@code subject}; registers it if it is not there yet.
     *
     * @throws RegistryException when the registry refuses, for instance as incompatible
     */
    public int register(String subject, Schema schema) {
        AvroSchema avro = new AvroSchema(schema.toString());
        return ask("schema " + schema.getName() + " for " + subject, () -> {
            try {
                return client.getId(subject, avro);
            } catch (RestClientException absent) {
                if (absent.getStatus() != NOT_FOUND) {
                    throw absent;
                }
                return client.register(subject, avro);
            }
        });
    }

    /** Sets how the schemas of {@code subject} may evolve. */
    public void setCompatibility(String subject, Compatibility level) {
        ask("compatibility of " + subject, () -> client.updateCompatibility(subject, level.name()));
    }

    /**
     * The schema with {@code id}.
     *
     * @throws UnreadableRecordException when there is none, or it is not an Avro schema
     * @throws RegistryUnreachableException when the registry cannot be asked
     */
    Schema schema(int id) {
        String text = ask("schema id " + id, () -> {
            try {
                return client.getSchemaById(id).canonicalString();
            } catch (RestClientException refused) {
                if (refused.getStatus() == NOT_FOUND) {
                    throw new UnreadableRecordException.UnknownSchema(
                            "schema id " + id + " is not known to the registry at " + url, refused);
                }
                throw refused;
            }
        });
        try {
            return new Schema.Parser().parse(text);
        } catch (SchemaParseException e) {
            throw new UnreadableRecordException.WrongSchema("schema id " + id + " is not a valid Avro schema", e);
        }
    }

    @Override
    public void close() {
        ask("close", () -> {
            client.close();
            return null;
        });
    }

    private interface Question<A> {
        A ask() throws IOException, RestClientException;
    }

    private <A> A ask(String what, Question<A> question) {
        try {
            return question.ask();
        } catch (RestClientException e) {
            if (e.getStatus() >= 500) {
                throw unreachable(e);
            }
            throw new RegistryException(
                    "schema registry at " + url + " refuses " + what + ": " + oneLine(e.getMessage()), e);
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).startsWith("Invalid schema")) { // a kind other than Avro
                throw new UnreadableRecordException.WrongSchema(what + " is not an Avro schema", e);
            }
            throw unreachable(e);
        }
    }

    private RegistryUnreachableException unreachable(Exception e) {
        return new RegistryUnreachableException(
                "no answer from the schema registry at " + url + " (" + oneLine(e.getMessage())
                        + "); is it running, and is the address right?",
                e);
    }

    private static String oneLine(String message) {
        return message == null ? "no reason given" : message.replaceAll("\\s+", " ");
    }
}
