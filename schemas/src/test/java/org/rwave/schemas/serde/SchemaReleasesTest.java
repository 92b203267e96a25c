package org.rwave.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rwave.schemas.topic.Topic;
import org.rwave.schemas.topic.Topics;

/** Holds every schema against the releases in {@code src/test/resources/releases}: add a directory with each release. */
class SchemaReleasesTest {
    private static final Path RELEASES = Path.of("src/test/resources/releases");

    static List<Topic<?>> topics() {
        return Topics.standard().withSchema();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void every_schema_keeps_the_promise_of_its_topic(Topic<?> topic) throws IOException {
        List<Schema> released = released(topic);

        assertThat(released).isNotEmpty();
        assertThat(CompatibilityCheck.problems(
                        topic.compatibility(), topic.format().schema(), released))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void a_new_field_without_a_default_is_caught(Topic<?> topic) throws IOException {
        Schema broken = withField(topic.format().schema(), new Schema.Field("extra", Schema.create(Schema.Type.INT)));

        assertThat(CompatibilityCheck.problems(topic.compatibility(), broken, released(topic)))
                .singleElement()
                .asString()
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE", "extra");
    }

    @Test
    void an_alert_without_a_field_that_old_readers_need_is_caught() throws IOException {
        Topic<?> alerts = Topics.standard().alerts();
        Schema broken = without(alerts.format().schema(), "message");

        List<String> problems = CompatibilityCheck.problems(alerts.compatibility(), broken, released(alerts));

        assertThat(problems).singleElement().asString().startsWith("the old schema cannot read the new");
    }

    @Test
    void a_beat_may_lose_a_field_because_only_new_readers_are_promised_to_read_it() throws IOException {
        Topic<?> beats = Topics.standard().beats();
        Schema smaller = without(beats.format().schema(), "rrMicros");

        assertThat(CompatibilityCheck.problems(beats.compatibility(), smaller, released(beats)))
                .isEmpty();
    }

    private static List<Schema> released(Topic<?> topic) throws IOException {
        List<Schema> schemas = new ArrayList<>();
        try (Stream<Path> releases = Files.list(RELEASES)) {
            for (Path release : releases.sorted().toList()) {
                Path file = release.resolve(topic.format().schema().getName() + ".avsc");
                if (Files.exists(file)) {
                    schemas.add(new Schema.Parser().parse(file.toFile()));
                }
            }
        }
        return schemas;
    }

    private static Schema withField(Schema schema, Schema.Field added) {
        List<Schema.Field> fields = copies(schema, "");
        fields.add(added);
        return record(schema, fields);
    }

    private static Schema without(Schema schema, String field) {
        return record(schema, copies(schema, field));
    }

    private static List<Schema.Field> copies(Schema schema, String except) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            if (!field.name().equals(except)) {
                fields.add(new Schema.Field(field, field.schema()));
            }
        }
        return fields;
    }

    private static Schema record(Schema like, List<Schema.Field> fields) {
        return Schema.createRecord(like.getName(), like.getDoc(), like.getNamespace(), false, fields);
    }
}
