package org.rwave.cli;

import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Rwave.class.getPackage().getImplementationVersion();
        return new String[] {"rwave " + (version == null ? "(development build)" : version)};
    }
}
