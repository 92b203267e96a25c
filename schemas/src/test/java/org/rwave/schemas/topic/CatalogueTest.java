package org.rwave.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rwave.schemas.serde.Compatibility;

class CatalogueTest {
    static List<Topic<?>> topics() {
        return Topics.standard().withSchema();
    }

    @Test
    void names_the_topics_of_the_design() {
        assertThat(Topics.standard().configs().keySet())
                .containsExactly(
                        "ecg.waveform.v1",
                        "ecg.reference.v1",
                        "ecg.beats.v1",
                        "ecg.vitals.v1",
                        "ecg.alerts.v1",
                        "ecg.alert-commands.v1",
                        "ecg.rejects.v1");
    }

    @Test
    void puts_a_prefix_before_every_name() {
        assertThat(Topics.withPrefix("ward3.").configs().keySet()).allMatch(name -> name.startsWith("ward3.ecg."));
        assertThat(Topics.withPrefix("ward3.").alerts().subject()).isEqualTo("ward3.ecg.alerts.v1-value");
    }

    @Test
    void refuses_a_prefix_that_kafka_would_refuse() {
        assertThatThrownBy(() -> Topics.withPrefix("ward 3/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("topic prefix must be at most 100 of a-z A-Z 0-9 . _ -, was 'ward 3/'");
    }

    @Test
    void promises_old_readers_new_alerts() {
        assertThat(Topics.standard().alerts().compatibility()).isEqualTo(Compatibility.FULL_TRANSITIVE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void every_schema_names_patient_and_source(Topic<?> topic) {
        assertThat(topic.format().schema().getFields())
                .extracting(Schema.Field::name)
                .contains("patientId", "sourceId");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void every_field_and_type_has_a_doc(Topic<?> topic) {
        for (Schema named : namedTypes(topic.format().schema())) {
            assertThat(named.getDoc()).as(named.getFullName()).isNotBlank();
            if (named.getType() == Schema.Type.RECORD) {
                assertThat(named.getFields())
                        .allSatisfy(field ->
                                assertThat(field.doc()).as(field.name()).isNotBlank());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void no_union_is_more_than_nullable(Topic<?> topic) {
        assertThat(unions(topic.format().schema(), new HashSet<>()))
                .allSatisfy(union ->
                        assertThat(union.getTypes()).hasSize(2).element(0).isEqualTo(Schema.create(Schema.Type.NULL)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void the_published_schema_is_that_of_the_generated_class(Topic<?> topic) throws ClassNotFoundException {
        Schema published = topic.format().schema();
        Schema generated = SpecificData.get().getSchema(Class.forName(published.getFullName()));

        assertThat(SchemaNormalization.toParsingForm(generated))
                .isEqualTo(SchemaNormalization.toParsingForm(published));
        assertThat(published.toString()).doesNotContain("avro.java");
    }

    @Test
    void the_alert_says_that_this_is_not_a_medical_device() {
        assertThat(Topics.standard().alerts().format().schema().getDoc()).contains("NOT A MEDICAL DEVICE");
    }

    private static List<Schema> namedTypes(Schema root) {
        Set<Schema> seen = new HashSet<>();
        unions(root, seen);
        return seen.stream()
                .filter(s -> s.getType() == Schema.Type.RECORD || s.getType() == Schema.Type.ENUM)
                .toList();
    }

    /** All unions below {@code schema}; every schema met goes to {@code seen}. */
    private static List<Schema> unions(Schema schema, Set<Schema> seen) {
        List<Schema> found = new ArrayList<>();
        if (!seen.add(schema)) {
            return found;
        }
        switch (schema.getType()) {
            case RECORD -> schema.getFields().forEach(field -> found.addAll(unions(field.schema(), seen)));
            case ARRAY -> found.addAll(unions(schema.getElementType(), seen));
            case UNION -> {
                found.add(schema);
                schema.getTypes().forEach(type -> found.addAll(unions(type, seen)));
            }
            default -> {}
        }
        return found;
    }
}
