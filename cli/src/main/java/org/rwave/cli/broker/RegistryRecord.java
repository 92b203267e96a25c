package org.rwave.cli.broker;

import org.rwave.schemas.serde.Compatibility;

/** One change of the registry's state: what its log holds, and what is applied to memory. */
sealed interface RegistryRecord {
    /** The subject that stands for the whole registry in {@link Level} and {@link Mode}. */
    String GLOBAL = "";

    void applyTo(RegistryState state);

    /** A version of a subject, also when it is soft-deleted or restored. */
    record Version(String subject, int version, int id, String schema, boolean deleted) implements RegistryRecord {
        @Override
        public void applyTo(RegistryState state) {
            state.put(this);
        }
    }

    /** A version is gone for good. */
    record Removed(String subject, int version) implements RegistryRecord {
        @Override
        public void applyTo(RegistryState state) {
            state.remove(subject, version);
        }
    }

    /** All versions up to {@code upToVersion} are soft-deleted. */
    record SubjectDeleted(String subject, int upToVersion) implements RegistryRecord {
        @Override
        public void applyTo(RegistryState state) {
            state.versions(subject, true).stream()
                    .filter(v -> v.version() <= upToVersion)
                    .forEach(v -> state.put(new Version(subject, v.version(), v.id(), v.schema(), true)));
        }
    }

    /** How a subject's schemas may evolve; null for as the registry at large. */
    record Level(String subject, Compatibility level) implements RegistryRecord {
        @Override
        public void applyTo(RegistryState state) {
            state.setLevel(subject, level);
        }
    }

    /** Whether a subject takes changes; null for as the registry at large. */
    record Mode(String subject, RegistryMode mode) implements RegistryRecord {
        @Override
        public void applyTo(RegistryState state) {
            state.setMode(subject, mode);
        }
    }
}
