package org.rwave.ecg.recording;

import java.io.IOException;
import java.nio.file.Path;

/** Opens recordings, whatever their file format. */
public final class Recordings {
    private Recordings() {}

    /**
     * Opens a WFDB record, given its path with or without {@code .hea}.
     *
     * @throws RecordingException naming record, file and byte offset when it cannot be read as it is
     */
    public static Recording open(Path path) throws IOException {
        String fileName = path.getFileName().toString();
        Path headerFile = fileName.endsWith(".hea") ? path : path.resolveSibling(fileName + ".hea");
        RecordHeader header = HeaderParser.read(headerFile);
        return open(header, 1);
    }

    private static Recording open(RecordHeader header, int pointsPerFrame) throws IOException {
        if (!header.segments().isEmpty()) {
            throw new RecordingException("record " + header.name() + ": records of several segments are not read yet");
        }
        if (header.signals().isEmpty()) {
            throw new RecordingException(
                    "record " + header.name() + ": header " + header.file() + " has no signals (line at byte 0)");
        }
        SegmentReader reader = new SegmentReader(header, pointsPerFrame, 0);
        boolean isOpen = false;
        try {
            Recording recording =
                    new FramedRecording(header, header.signals(), reader, pointsPerFrame, reader.frames());
            isOpen = true;
            return recording;
        } finally {
            if (!isOpen) {
                reader.close();
            }
        }
    }
}
