package org.rwave.cli.loadtest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processors that a test starts.
 *
 * @param instances how many; 0 when they run elsewhere
 * @param options settings of {@code rwave process} by name, without the dashes
 * @param jvmOptions of each
 * @param model model file; empty for the release's
 */
record ProcessorChoice(int instances, Map<String, String> options, List<String> jvmOptions, Optional<Path> model) {
    ProcessorChoice {
        options = Map.copyOf(options);
        jvmOptions = List.copyOf(jvmOptions);
    }
}
