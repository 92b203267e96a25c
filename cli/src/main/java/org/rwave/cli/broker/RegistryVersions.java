package org.rwave.cli.broker;

import java.util.List;
import org.rwave.cli.broker.RegistryRecord.Version;

/** Versions as they are named in a path: a number from 1, {@code latest} or -1. */
final class RegistryVersions {
    private RegistryVersions() {}

    static boolean isLatest(String version) {
        return version.equals("latest") || version.equals("-1");
    }

    /** The version named {@code version} among {@code versions}, oldest first. */
    static Version pick(List<Version> versions, String version) {
        if (isLatest(version)) {
            if (versions.isEmpty()) {
                throw RegistryFault.noSuchVersion(version);
            }
            return versions.get(versions.size() - 1);
        }
        int number = number(version);
        return versions.stream()
                .filter(v -> v.version() == number)
                .findFirst()
                .orElseThrow(() -> RegistryFault.noSuchVersion(version));
    }

    private static int number(String version) {
        try {
            int number = Integer.parseInt(version);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw (RegistryFault) RegistryFault.invalidVersion(version).initCause(e);
        }
        throw RegistryFault.invalidVersion(version);
    }
}
