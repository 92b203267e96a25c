package org.rwave.cli.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.rwave.cli.broker.RegistryRecord.Level;
import org.rwave.cli.broker.RegistryRecord.Mode;
import org.rwave.cli.broker.RegistryRecord.Removed;
import org.rwave.cli.broker.RegistryRecord.SubjectDeleted;
import org.rwave.cli.broker.RegistryRecord.Version;
import org.rwave.schemas.serde.Compatibility;

/**
 * Registry records as Confluent's registry writes them to its {@code _schemas} topic, so that one may take the topic
 * over from the other.
 */
final class RegistryJson {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private RegistryJson() {}

    /** A record of the log; {@code value} is null for a tombstone. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to Kafka, never compared
    record Entry(byte[] key, byte[] value) {}

    static Entry write(RegistryRecord record) {
        if (record instanceof Version v) {
            ObjectNode value = MAPPER.createObjectNode().put("subject", v.subject());
            value.put("version", v.version())
                    .put("id", v.id())
                    .put("schema", v.schema())
                    .put("deleted", v.deleted());
            return entry(schemaKey(v.subject(), v.version()), value);
        }
        if (record instanceof Removed r) {
            return entry(schemaKey(r.subject(), r.version()), null);
        }
        if (record instanceof SubjectDeleted d) {
            ObjectNode value = MAPPER.createObjectNode().put("subject", d.subject());
            return entry(key("DELETE_SUBJECT", d.subject()).put("magic", 0), value.put("version", d.upToVersion()));
        }
        if (record instanceof Level l) {
            return entry(
                    key("CONFIG", l.subject()).put("magic", 0),
                    l.level() == null
                            ? null
                            : subjectValue(l.subject())
                                    .put("compatibilityLevel", l.level().name()));
        }
        Mode m = (Mode) record;
        return entry(
                key("MODE", m.subject()).put("magic", 0),
                m.mode() == null
                        ? null
                        : subjectValue(m.subject()).put("mode", m.mode().name()));
    }

    /** The change in one record of the log; empty for kinds that say nothing, such as NOOP. */
    static Optional<RegistryRecord> read(byte[] keyBytes, byte[] valueBytes) {
        try {
            JsonNode key = MAPPER.readTree(keyBytes);
            JsonNode value = valueBytes == null ? null : MAPPER.readTree(valueBytes);
            String subject = key.path("subject").isNull()
                    ? RegistryRecord.GLOBAL
                    : key.path("subject").asText();
            return switch (key.path("keytype").asText()) {
                case "SCHEMA" ->
                    Optional.of(readVersion(subject, key.path("version").asInt(), value));
                case "DELETE_SUBJECT" ->
                    value == null
                            ? Optional.empty()
                            : Optional.of(new SubjectDeleted(
                                    subject, value.path("version").asInt()));
                case "CONFIG" ->
                    Optional.of(new Level(
                            subject,
                            value == null
                                    ? null
                                    : Compatibility.valueOf(
                                            value.path("compatibilityLevel").asText())));
                case "MODE" ->
                    Optional.of(new Mode(
                            subject,
                            value == null
                                    ? null
                                    : RegistryMode.valueOf(value.path("mode").asText())));
                default -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RegistryRecord readVersion(String subject, int version, JsonNode value) {
        return value == null
                ? new Removed(subject, version)
                : new Version(
                        subject,
                        version,
                        value.path("id").asInt(),
                        value.path("schema").asText(),
                        value.path("deleted").asBoolean());
    }

    private static ObjectNode schemaKey(String subject, int version) {
        return key("SCHEMA", subject).put("version", version).put("magic", 1);
    }

    private static ObjectNode key(String type, String subject) {
        ObjectNode key = MAPPER.createObjectNode().put("keytype", type);
        return subject.equals(RegistryRecord.GLOBAL) ? key.putNull("subject") : key.put("subject", subject);
    }

    private static ObjectNode subjectValue(String subject) {
        ObjectNode value = MAPPER.createObjectNode();
        return subject.equals(RegistryRecord.GLOBAL) ? value : value.put("subject", subject);
    }

    private static Entry entry(ObjectNode key, ObjectNode value) {
        return new Entry(bytes(key), value == null ? null : bytes(value));
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Object json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
