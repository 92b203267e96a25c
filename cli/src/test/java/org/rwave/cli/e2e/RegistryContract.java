package org.rwave.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Confluent's own client may expect of a registry; each environment runs it, the real registry included. */
abstract class RegistryContract {
    private static final AvroSchema FIRST = schema("{\"name\":\"a\",\"type\":\"int\"}");
    private static final AvroSchema SECOND =
            schema("{\"name\":\"a\",\"type\":\"int\"},{\"name\":\"b\",\"type\":\"int\",\"default\":7}");
    private static final AvroSchema BROKEN =
            schema("{\"name\":\"a\",\"type\":\"int\"},{\"name\":\"c\",\"type\":\"int\"}");

    private final String subject = "contract/" + UUID.randomUUID() + "+x-value";
    private SchemaRegistryClient client;

    abstract KafkaEnvironment environment();

    private static AvroSchema schema(String fields) {
        return new AvroSchema("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
    }

    @BeforeEach
    void connect() {
        client = new CachedSchemaRegistryClient(environment().registryUrl(), 100);
    }

    @Test
    void a_schema_is_registered_found_and_listed() throws Exception {
        int first = client.register(subject, FIRST);
        int second = client.register(subject, SECOND);
        client.reset();

        assertThat(client.register(subject, FIRST)).isEqualTo(first);
        assertThat(client.getId(subject, SECOND)).isEqualTo(second).isNotEqualTo(first);
        assertThat(client.getSchemaById(first).canonicalString()).isEqualTo(FIRST.canonicalString());
        assertThat(client.getSchemaBySubjectAndId(subject, second)).isEqualTo(SECOND);
        assertThat(client.getVersion(subject, SECOND)).isEqualTo(2);
        assertThat(client.getAllVersions(subject)).containsExactly(1, 2);
        assertThat(client.getLatestSchemaMetadata(subject).getVersion()).isEqualTo(2);
        assertThat(client.getSchemaMetadata(subject, 1).getId()).isEqualTo(first);
        assertThat(client.getAllSubjects()).contains(subject);
        assertThat(client.getAllSubjectsByPrefix("contract/")).contains(subject);
        assertThat(client.getAllSubjectsById(first)).contains(subject);
        assertThat(client.getAllVersionsById(second))
                .anyMatch(v -> v.getSubject().equals(subject) && v.getVersion() == 2);
        assertThat(client.getSchemas(subject, false, true)).containsExactly(SECOND);
    }

    @Test
    void the_same_schema_has_the_same_id_under_every_subject() throws Exception {
        assertThat(client.register(subject + "2", FIRST)).isEqualTo(client.register(subject, FIRST));
    }

    @Test
    void schemas_must_be_backward_compatible_unless_told_otherwise() throws Exception {
        client.register(subject, FIRST);

        assertThat(client.testCompatibility(subject, SECOND)).isTrue();
        assertThat(client.testCompatibility(subject, BROKEN)).isFalse();
        assertThat(client.testCompatibilityVerbose(subject, BROKEN)).isNotEmpty();
        assertRefused(409, 409, () -> client.register(subject, BROKEN));

        assertThat(client.updateCompatibility(subject, "NONE")).isEqualTo("NONE");
        assertThat(client.getCompatibility(subject)).isEqualTo("NONE");
        assertThat(client.register(subject, BROKEN)).isPositive();
        client.deleteCompatibility(subject);
        assertRefused(404, 40408, () -> client.getCompatibility(subject));
        assertThat(client.getCompatibility(null)).isEqualTo("BACKWARD");
    }

    @Test
    void what_is_not_there_is_refused_with_confluents_codes() throws Exception {
        client.register(subject, FIRST);

        assertRefused(404, 40401, () -> client.getAllVersions(subject + "-not"));
        assertRefused(404, 40402, () -> client.getSchemaMetadata(subject, 9));
        assertRefused(404, 40403, () -> client.getSchemaById(1_000_000));
        assertRefused(404, 40403, () -> client.getId(subject, SECOND));
        assertRefused(422, 42203, () -> client.updateCompatibility(subject, "SIDEWAYS"));
        assertThat(post("/subjects/x/versions", "{\"schema\":\"{\\\"type\\\":\\\"nonsense\\\"}\"}")
                        .body())
                .contains("42201");
    }

    @Test
    void versions_and_subjects_are_deleted_softly_first() throws Exception {
        int id = client.register(subject, FIRST);
        client.register(subject, SECOND);

        assertRefused(404, 40407, () -> client.deleteSchemaVersion(subject, "1", true));
        assertThat(client.deleteSchemaVersion(subject, "1")).isEqualTo(1);
        assertThat(client.getAllVersions(subject)).containsExactly(2);
        assertRefused(404, 40405, () -> client.deleteSubject(subject, true));
        assertThat(client.deleteSubject(subject)).containsExactly(2);
        assertThat(client.getAllSubjects()).doesNotContain(subject);
        assertThat(client.getAllSubjects(true)).contains(subject);
        assertThat(get("/schemas/ids/" + id).statusCode()).isEqualTo(200);
        assertRefused(404, 40404, () -> client.deleteSubject(subject));
        assertThat(client.deleteSubject(subject, true)).containsExactly(1, 2);
        assertThat(client.getAllSubjects(true)).doesNotContain(subject);
    }

    @Test
    void a_subject_can_be_made_read_only() throws Exception {
        client.register(subject, FIRST);

        assertThat(client.getMode()).isEqualTo("READWRITE");
        assertThat(client.setMode("READONLY", subject)).isEqualTo("READONLY");
        assertThat(client.getMode(subject)).isEqualTo("READONLY");
        assertRefused(422, 42205, () -> client.register(subject, SECOND));
        client.deleteMode(subject);
        assertThat(client.register(subject, SECOND)).isPositive();
    }

    @Test
    void the_answer_to_a_schema_id_is_the_schema_and_nothing_else() throws Exception {
        int id = client.register(subject, FIRST);

        HttpResponse<String> answer = get("/schemas/ids/" + id + "?fetchMaxId=false&subject=");

        assertThat(answer.body()).startsWith("{\"schema\":\"").doesNotContain("references", "schemaType");
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/vnd.schemaregistry.v1+json"));
    }

    @Test
    void paths_of_newer_clients_are_not_found_so_that_they_fall_back() throws Exception {
        assertThat(get("/associations/resources/abc/ecg.alerts.v1").statusCode())
                .isEqualTo(404);
        assertThat(get("/schemas/types").body()).contains("AVRO");
        assertThat(get("/contexts").body()).contains(".");
    }

    private static void assertRefused(int status, int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RestClientException.class,
                        refused -> assertThat(List.of(refused.getStatus(), refused.getErrorCode()))
                                .containsExactly(status, code));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(environment().registryUrl() + path)));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(environment().registryUrl() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
