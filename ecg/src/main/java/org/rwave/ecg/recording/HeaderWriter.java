package org.rwave.ecg.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.rwave.ecg.signal.Lead;

/** Writes a header file (WFDB, header(5)). */
final class HeaderWriter {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS dd/MM/yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);

    private HeaderWriter() {}

    /** Writes the header of {@code record}; it appears whole or not at all. */
    static void write(Path record, RecordDescription description, long samples, int[] first, int[] sum)
            throws IOException {
        String name = record.getFileName().toString();
        StringBuilder text = new StringBuilder();
        text.append("%s %d %s %d"
                .formatted(
                        name,
                        description.leads().size(),
                        number(description.rate().hertz()),
                        samples));
        description.start().ifPresent(start -> text.append(' ').append(time(start)));
        text.append('\n');
        for (int i = 0; i < first.length; i++) {
            text.append(signal(name, description, i, first[i], (short) sum[i])).append('\n');
        }
        description
                .comments()
                .forEach(comment -> text.append("# ").append(comment).append('\n'));
        Path unfinished = record.resolveSibling(name + ".hea.part");
        Files.writeString(unfinished, text);
        Files.move(unfinished, record.resolveSibling(name + ".hea"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String signal(String name, RecordDescription description, int index, int first, short checksum) {
        Lead lead = description.leads().get(index);
        StorageFormat format = description.storage();
        return "%s.dat %d %s(%d)/mV %d 0 %d %d 0 %s"
                .formatted(
                        name,
                        format.code(),
                        number(1000 / lead.microvoltsPerUnit()),
                        Math.round(lead.baselineUnits()),
                        format.bits(),
                        first,
                        checksum,
                        lead.name())
                .stripTrailing();
    }

    /** Shortest digits that read back as {@code value}; no exponent or point where it is whole. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String time(Instant start) {
        return START.format(start);
    }
}
