package org.rwave.ecg.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.rwave.ecg.signal.SamplingRate;

/**
 * What positions in a record's annotation files count, from its header alone: no signal file needs to be there.
 *
 * @param record the record's name
 * @param rate positions per second
 * @param length positions in the record; empty when the header does not say
 */
public record RecordTimeBase(String record, SamplingRate rate, OptionalLong length) {
    /**
     * Reads {@code headerFile}.
     *
     * @throws RecordingException naming file and line when it is not there or not a header
     */
    public static RecordTimeBase read(Path headerFile) throws IOException {
        RecordHeader header = HeaderParser.read(headerFile);
        return new RecordTimeBase(header.name(), new SamplingRate(header.framesPerSecond()), header.frames());
    }
}
