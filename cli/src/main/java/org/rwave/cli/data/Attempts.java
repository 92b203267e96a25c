package org.rwave.cli.data;

import java.net.URI;
import java.time.Duration;
import org.rwave.cli.CommandFailed;

/**
 * Counts failures of one download and says when to give up: after so many in a row that brought no new byte, or after
 * the whole content was wrong twice. Waits 1, 2, 4, 8, ... s in between, at most 30 s.
 */
final class Attempts {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MAX_WRONG_CONTENTS = 2;

    private final URI source;
    private final Download.DownloadSettings settings;
    private long mostBytes;
    private int failuresWithoutProgress;
    private int wrongContents;

    Attempts(URI source, Download.DownloadSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    /** Waits before the next attempt, or gives up. */
    void failed(String reason, long bytesNow) {
        failuresWithoutProgress = bytesNow > mostBytes ? 1 : failuresWithoutProgress + 1;
        mostBytes = Math.max(mostBytes, bytesNow);
        if (failuresWithoutProgress >= settings.maxFailures()) {
            throw new CommandFailed(source + ": gave up after " + failuresWithoutProgress
                    + " attempts that brought nothing new (" + reason + "); the same command resumes it later");
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(failuresWithoutProgress - 1, 10));
        try {
            settings.pause().pause(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted while fetching " + source, e);
        }
    }

    /** The whole file came, but it is not what it should be. */
    void wrongContent(String actual, String expected) {
        wrongContents++;
        if (wrongContents >= MAX_WRONG_CONTENTS) {
            throw new CommandFailed(source + ": content is wrong, twice: SHA-256 " + actual + " where "
                    + ChecksumList.FILE + " says " + expected + "; nothing was kept, try another --base-url");
        }
    }

    static String reason(Exception failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
