package org.rwave.trainer.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The log of every look at DS2. A test set that is looked at often and quietly is no test set; this keeps count. The
 * entry is begun before the first record is opened, so that a run that is broken off leaves its trace too.
 */
public final class Ds2Log {
    private final Path file;

    /**
     * The log in {@code file}, which must be there: an evaluation outside the repository would go unrecorded.
     *
     * @throws NoSuchFileException when it is not
     */
    public Ds2Log(Path file) throws NoSuchFileException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException("there is no log of DS2 at " + file
                    + "; run 'rwave evaluate' in the repository, or name its log with --log");
        }
        this.file = file;
    }

    /** Notes that DS2 is about to be opened. */
    public void begin(Instant now, String modelHash, String command) throws IOException {
        append("\n## " + now.truncatedTo(ChronoUnit.SECONDS) + "\n\nModel `" + modelHash + "`\n\nCommand `" + command
                + "`\n");
    }

    /** Notes what came out. */
    public void result(String text) throws IOException {
        append("\n```\n" + text + "```\n");
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }
}
