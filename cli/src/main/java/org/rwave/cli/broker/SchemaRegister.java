package org.rwave.cli.broker;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.rwave.cli.broker.RegistryRecord.Level;
import org.rwave.cli.broker.RegistryRecord.Mode;
import org.rwave.cli.broker.RegistryRecord.Removed;
import org.rwave.cli.broker.RegistryRecord.SubjectDeleted;
import org.rwave.cli.broker.RegistryRecord.Version;
import org.rwave.schemas.serde.Compatibility;
import org.rwave.schemas.serde.CompatibilityCheck;

/**
 * The registry's rules: what may be registered, found and deleted. Every change goes to the log first and to memory
 * when the log has it. Safe for use by several threads.
 */
final class SchemaRegister {
    private final RegistryState state;
    private final Consumer<RegistryRecord> log;

    /** @param log keeps a record or throws */
    SchemaRegister(RegistryState state, Consumer<RegistryRecord> log) {
        this.state = state;
        this.log = log;
    }

    /** Asks the state something, while nothing changes it. */
    synchronized <A> A read(Function<RegistryState, A> question) {
        return question.apply(state);
    }

    /** Registers {@code schemaText}, unless it is there already, and returns its version. */
    synchronized Version register(String subject, String schemaText) {
        Schema schema = parse(schemaText);
        List<Version> present = state.versions(subject, false);
        Optional<Version> same = find(schema, present);
        if (same.isPresent()) {
            return same.get();
        }
        checkWritable(subject);
        List<String> problems = CompatibilityCheck.problems(state.level(subject), schema, parsed(present));
        if (!problems.isEmpty()) {
            throw RegistryFault.incompatible(
                    String.join("; ", problems) + " (compatibility " + state.level(subject) + " of " + subject + ")");
        }
        List<Version> ever = state.versions(subject, true);
        int next = ever.isEmpty() ? 1 : ever.get(ever.size() - 1).version() + 1;
        String text = schema.toString();
        return change(new Version(subject, next, state.idOf(text), text, false));
    }

    /** The version of {@code subject} that is {@code schemaText}. */
    synchronized Version lookUp(String subject, String schemaText, boolean withDeleted) {
        return find(parse(schemaText), existing(subject, withDeleted)).orElseThrow(RegistryFault::noSuchSchema);
    }

    /** What speaks against {@code schemaText} as the next version; only {@code version} counts if it is given. */
    synchronized List<String> problems(String subject, Optional<String> version, String schemaText) {
        List<Version> previous = state.versions(subject, false);
        if (version.isPresent() && !(previous.isEmpty() && RegistryVersions.isLatest(version.get()))) {
            previous = List.of(RegistryVersions.pick(previous, version.get()));
        }
        return CompatibilityCheck.problems(state.level(subject), parse(schemaText), parsed(previous));
    }

    /** Versions of a subject that has some. */
    synchronized List<Version> existing(String subject, boolean withDeleted) {
        List<Version> versions = state.versions(subject, withDeleted);
        if (versions.isEmpty()) {
            throw RegistryFault.noSuchSubject(subject);
        }
        return versions;
    }

    /** Deletes all versions, softly first and for good after that. */
    synchronized List<Version> deleteSubject(String subject, boolean forGood) {
        List<Version> ever = existing(subject, true);
        List<Version> present = state.versions(subject, false);
        checkWritable(subject);
        if (forGood) {
            if (!present.isEmpty()) {
                throw RegistryFault.notDeletedFirst(subject);
            }
            ever.forEach(v -> change(new Removed(subject, v.version())));
            return ever;
        }
        if (present.isEmpty()) {
            throw RegistryFault.alreadyDeleted(subject);
        }
        change(new SubjectDeleted(subject, present.get(present.size() - 1).version()));
        return present;
    }

    /** Deletes one version, softly first and for good after that. */
    synchronized int deleteVersion(String subject, String version, boolean forGood) {
        Version chosen = RegistryVersions.pick(existing(subject, true), version);
        checkWritable(subject);
        if (forGood) {
            if (!chosen.deleted()) {
                throw RegistryFault.versionNotDeletedFirst(subject, chosen.version());
            }
            change(new Removed(subject, chosen.version()));
        } else {
            if (chosen.deleted()) {
                throw RegistryFault.versionAlreadyDeleted(subject, chosen.version());
            }
            change(new Version(subject, chosen.version(), chosen.id(), chosen.schema(), true));
        }
        return chosen.version();
    }

    /** Sets how schemas may evolve; null for as the registry at large. */
    synchronized void setLevel(String subject, Compatibility level) {
        change(new Level(subject, level));
    }

    /** Sets whether changes are taken; null for as the registry at large. */
    synchronized void setMode(String subject, RegistryMode mode) {
        change(new Mode(subject, mode));
    }

    private <R extends RegistryRecord> R change(R record) {
        log.accept(record);
        record.applyTo(state);
        return record;
    }

    private void checkWritable(String subject) {
        if (state.mode(subject) == RegistryMode.READONLY) {
            throw RegistryFault.readOnly(subject);
        }
    }

    private static Optional<Version> find(Schema schema, List<Version> versions) {
        String text = schema.toString();
        return versions.stream().filter(v -> v.schema().equals(text)).reduce((older, newer) -> newer);
    }

    private static List<Schema> parsed(List<Version> versions) {
        return versions.stream().map(v -> new Schema.Parser().parse(v.schema())).toList();
    }

    private static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw RegistryFault.invalidSchema(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }
}
