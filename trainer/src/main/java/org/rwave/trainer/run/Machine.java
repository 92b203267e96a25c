package org.rwave.trainer.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rwave.trainer.training.TrainingEngine;

/** Where and when a run was begun. */
public final class Machine {
    private Machine() {}

    /** Lines for the run's folder. */
    public static Map<String, String> describe(Instant begun) throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("begun", begun.truncatedTo(ChronoUnit.SECONDS).toString());
        lines.put("machine.processor", processor());
        lines.put("machine.cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        lines.put("machine.heapMegabytes", Long.toString(Runtime.getRuntime().maxMemory() >> 20));
        lines.put("machine.system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        lines.put("machine.java", Runtime.version().toString());
        lines.put("machine.engine", TrainingEngine.version());
        return lines;
    }

    private static String processor() throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(cpus)) {
            return "unknown";
        }
        return Files.readAllLines(cpus).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
