package org.rwave.cli.loadtest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The embedded broker and registry in a process of their own, on free ports, with data that go with them. */
final class BrokerProcess {
    private static final Pattern BROKER = Pattern.compile("^broker\\s+(\\S+)");
    private static final Pattern REGISTRY = Pattern.compile("^schema registry\\s+(\\S+)");

    private BrokerProcess() {}

    static ChildJvm start(List<String> jvmOptions, Path logs) {
        return ChildJvm.start("broker", jvmOptions, List.of("broker", "--port", "0", "--registry-port", "0"), logs);
    }

    /** Where it is, as soon as it takes requests. */
    static ClusterAddress address(ChildJvm broker) {
        return new ClusterAddress(broker.await(BROKER), broker.await(REGISTRY), Map.of(), Optional.empty());
    }
}
