package org.rwave.cli.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.cli.Rwave;
import picocli.CommandLine;

class DiscloseCommandTest {
    private static final Path COMMITTED = Path.of("../docs/performance-disclosure.md");

    @TempDir
    Path folder;

    @Test
    void the_committed_page_is_what_the_monitor_does_now() throws Exception {
        Path page = folder.resolve("page.md");
        StringWriter err = new StringWriter();
        CommandLine command = Rwave.commandLine();
        command.setOut(new PrintWriter(new StringWriter(), true)).setErr(new PrintWriter(err, true));

        int exit = command.execute("disclose", "--out", page.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(Files.readString(page).lines())
                .as("the monitor has changed: run rwave disclose --out docs/performance-disclosure.md and look at the"
                        + " difference before committing it")
                .containsExactlyElementsOf(Files.readAllLines(COMMITTED));
    }
}
