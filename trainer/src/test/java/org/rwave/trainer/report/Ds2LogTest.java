package org.rwave.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Ds2LogTest {
    @TempDir
    Path folder;

    @Test
    void appends_when_what_and_how_and_removes_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("log.md"), "# Every look\n");

        Ds2Log log = new Ds2Log(file);
        log.begin(Instant.parse("2026-11-22T10:00:00.5Z"), "abc", "rwave evaluate");
        log.result("accuracy 94\n");

        assertThat(Files.readString(file))
                .startsWith("# Every look\n")
                .contains("2026-11-22T10:00:00Z", "`abc`", "`rwave evaluate`", "accuracy 94");
    }

    @Test
    void a_look_without_a_log_is_refused() {
        assertThatThrownBy(() -> new Ds2Log(folder.resolve("none.md")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("no log of DS2");
    }
}
