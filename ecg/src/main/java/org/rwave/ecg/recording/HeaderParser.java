package org.rwave.ecg.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads header files (WFDB, header(5)). */
final class HeaderParser {
    /** Refused above: a damaged header must not make the reader allocate without bound. */
    private static final long MAX_HEADER_BYTES = 64L << 20;

    private static final long MAX_FRAMES = 1L << 50;
    private static final int MAX_SAMPLES_PER_FRAME = 1 << 20;
    private static final double DEFAULT_FRAMES_PER_SECOND = 250;
    private static final Pattern RATE =
            Pattern.compile("(?<rate>[^/()]+)(/(?<counter>[^()]+)(\\((?<base>[^()]+)\\))?)?");

    private final Path file;
    private final String name;
    private final List<String> comments = new ArrayList<>();
    private final List<HeaderLine> lines = new ArrayList<>();

    private HeaderParser(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    static RecordHeader read(Path headerFile) throws IOException {
        String fileName = headerFile.getFileName().toString();
        HeaderParser parser = new HeaderParser(headerFile, fileName.replaceFirst("\\.hea$", ""));
        byte[] bytes = readAll(headerFile, parser.name);
        parser.split(bytes);
        return parser.parse();
    }

    private static byte[] readAll(Path file, String name) throws IOException {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MAX_HEADER_BYTES) {
                throw new RecordingException("record " + name + ": header " + file + " is larger than "
                        + MAX_HEADER_BYTES + " bytes; it is no WFDB header");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new RecordingException("record " + name + ": no header file " + file, e);
        }
    }

    private void split(byte[] bytes) {
        int start = 0;
        for (int at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] == '\n' || bytes[at] == '\r') {
                addLine(Text.decode(bytes, start, at), start);
                start = at + 1;
            }
        }
    }

    private void addLine(String line, int byteOffset) {
        String text = line.strip();
        if (text.startsWith("#")) {
            if (!lines.isEmpty()) {
                comments.add(text.substring(1).strip());
            }
        } else if (!text.isEmpty()) {
            lines.add(new HeaderLine(name, file, byteOffset, text));
        }
    }

    private RecordHeader parse() throws IOException {
        if (lines.isEmpty()) {
            throw new RecordingException("record " + name + ": header " + file + " is empty at byte 0");
        }
        HeaderLine line = lines.get(0);
        String[] nameAndSegments = line.word("the record name").split("/", 2);
        int signalCount = line.wholeNumber("the number of signals", 0, 1 << 20);
        String rateText = line.wordOr("");
        OptionalLong frames = frames(line);
        RecordTime time = RecordTime.parse(line);
        boolean isSegmented = nameAndSegments.length == 2;
        return new RecordHeader(
                name,
                file,
                rate(line, rateText),
                counter(line, rateText),
                frames,
                time.start(),
                isSegmented ? List.of() : signals(signalCount),
                isSegmented ? segments(line, nameAndSegments[1], frames) : List.of(),
                List.copyOf(comments));
    }

    private static OptionalLong frames(HeaderLine line) throws RecordingException {
        if (!line.hasMore()) {
            return OptionalLong.empty();
        }
        long frames = line.longNumber("the number of samples", 0, MAX_FRAMES);
        return frames == 0 ? OptionalLong.empty() : OptionalLong.of(frames);
    }

    private static Matcher rateParts(HeaderLine line, String text) throws RecordingException {
        Matcher matcher = RATE.matcher(text);
        if (!matcher.matches()) {
            throw line.bad("the sampling frequency is \"" + text + "\"");
        }
        return matcher;
    }

    private static double rate(HeaderLine line, String text) throws RecordingException {
        if (text.isEmpty()) {
            return DEFAULT_FRAMES_PER_SECOND;
        }
        return line.real(rateParts(line, text).group("rate"), "the sampling frequency", 1e-9, 1e5);
    }

    private static Optional<Counter> counter(HeaderLine line, String text) throws RecordingException {
        String counter = text.isEmpty() ? null : rateParts(line, text).group("counter");
        if (counter == null) {
            return Optional.empty();
        }
        String base = rateParts(line, text).group("base");
        return Optional.of(new Counter(
                line.real(counter, "the counter frequency", -1e12, 1e12),
                base == null ? 0 : line.real(base, "the base counter value", -1e18, 1e18)));
    }

    private List<StoredSignal> signals(int count) throws RecordingException {
        requireLines(count, "signals");
        List<StoredSignal> signals = new ArrayList<>();
        long perFrame = 0;
        for (int i = 0; i < count; i++) {
            StoredSignal signal = SignalLineParser.parse(lines.get(i + 1), i);
            perFrame += signal.samplesPerFrame();
            if (perFrame > MAX_SAMPLES_PER_FRAME) {
                throw lines.get(i + 1).bad("one frame holds more than " + MAX_SAMPLES_PER_FRAME + " samples");
            }
            signals.add(signal);
        }
        return List.copyOf(signals);
    }

    private List<RecordHeader.Segment> segments(HeaderLine first, String countText, OptionalLong frames)
            throws RecordingException {
        int count = (int) first.whole(countText, "the number of segments", 1, 1 << 24);
        requireLines(count, "segments");
        List<RecordHeader.Segment> segments = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < count; i++) {
            HeaderLine line = lines.get(i + 1);
            String segmentName = line.word("a segment name");
            segments.add(new RecordHeader.Segment(segmentName, line.longNumber("the segment length", 0, MAX_FRAMES)));
            sum += segments.get(i).frames();
            if (sum > MAX_FRAMES) {
                throw line.bad("the record is longer than " + MAX_FRAMES + " samples");
            }
        }
        if (frames.isPresent() && frames.getAsLong() != sum) {
            throw first.bad("the record is " + frames.getAsLong() + " samples long, its segments together " + sum);
        }
        return List.copyOf(segments);
    }

    private void requireLines(int count, String what) throws RecordingException {
        int have = lines.size() - 1;
        if (have < count) {
            throw lines.get(have).bad("the header promises " + count + " " + what + " but has lines for " + have);
        }
    }
}
