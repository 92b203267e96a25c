package org.rwave.cli.loadtest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rwave.cli.CommandFailed;

/** The processors of one run. */
final class Processors implements AutoCloseable {
    private final List<ProcessorProcess> instances = new ArrayList<>();

    /** Starts them; returns when all have their partitions. */
    static Processors start(ProcessorChoice choice, ClusterAddress cluster, String topicPrefix, Path logs)
            throws InterruptedException {
        Processors processors = new Processors();
        boolean isReady = false;
        try {
            for (int number = 1; number <= choice.instances(); number++) {
                processors.instances.add(ProcessorProcess.start(
                        number, cluster, topicPrefix, choice.model(), choice.options(), choice.jvmOptions(), logs));
            }
            for (ProcessorProcess instance : processors.instances) {
                instance.awaitReady();
            }
            isReady = true;
            return processors;
        } finally {
            if (!isReady) {
                processors.close();
            }
        }
    }

    List<ChildJvm> jvms() {
        return instances.stream().map(ProcessorProcess::jvm).toList();
    }

    /** Resident memory of all together, 0 where not known. */
    double residentBytes() {
        return jvms().stream().mapToLong(jvm -> jvm.residentBytes().orElse(0)).sum();
    }

    /**
     * Fails when one has ended.
     *
     * @throws CommandFailed with what it said last
     */
    void requireAlive() {
        for (ChildJvm jvm : jvms()) {
            if (!jvm.isAlive()) {
                throw new CommandFailed(jvm.name() + " has ended: " + jvm.lastWords());
            }
        }
    }

    /** Their own counts, summed by name and labels. */
    Map<String, Double> metrics() throws InterruptedException {
        Map<String, Double> sums = new HashMap<>();
        for (ProcessorProcess instance : instances) {
            instance.metrics().lines().filter(line -> line.startsWith("rwave_")).forEach(line -> {
                int space = line.lastIndexOf(' ');
                sums.merge(line.substring(0, space), Double.parseDouble(line.substring(space + 1)), Double::sum);
            });
        }
        return sums;
    }

    @Override
    public void close() {
        instances.forEach(ProcessorProcess::close);
    }
}
