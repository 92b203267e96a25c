package org.rwave.cli.disclose;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rwave disclose}. */
@Command(
        name = "disclose",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measure the monitor on generated test signals and write the figures that makers of monitors",
            "have to publish (in the form of IEC 60601-2-27), beside those of three products."
        },
        footer = {"", "Example: rwave disclose --out docs/performance-disclosure.md"})
public final class DiscloseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the page (default: the terminal).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--model", paramLabel = "FILE", description = "ONNX model (default: the one of this release).")
    private Optional<Path> model = Optional.empty();

    @Override
    public Integer call() throws IOException {
        String text;
        try (BeatModel opened = model.map(BeatModel::load).orElseGet(BeatModel::standard);
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(opened)) {
            text = new Disclosure(classifier).text();
        }
        PrintWriter terminal = spec.commandLine().getOut();
        if (out.isPresent()) {
            Files.writeString(out.get(), text, StandardCharsets.UTF_8);
            terminal.println("written to " + out.get());
        } else {
            terminal.print(text);
        }
        terminal.flush();
        return 0;
    }
}
