package org.rwave.cli.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rwave.cli.CommandFailed;

/** The content of a {@code SHA256SUMS.txt}: what files there are and how to know them. */
final class ChecksumList {
    /** Name of the list at the root of every PhysioNet data base. */
    static final String FILE = "SHA256SUMS.txt";

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})(?: [ *]?)(\\S.*)");

    private ChecksumList() {}

    /**
     * Reads the list: SHA-256 in lower-case hex by path, in file order.
     *
     * @param origin where the text came from, for messages
     * @throws CommandFailed when a line is none of a checksum list or names a path outside the data base
     */
    static Map<String, String> parse(String text, String origin) {
        Map<String, String> checksums = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Matcher matcher = LINE.matcher(line.strip());
            if (!matcher.matches()) {
                throw new CommandFailed(
                        origin + " line " + number + " is not a checksum and a file name; is the address right?");
            }
            checksums.put(
                    safe(matcher.group(2), origin, number), matcher.group(1).toLowerCase(java.util.Locale.ROOT));
        }
        if (checksums.isEmpty()) {
            throw new CommandFailed(origin + " lists no file; is the address right?");
        }
        return checksums;
    }

    /** A list from elsewhere must not be able to write outside the data base's folder. */
    private static String safe(String path, String origin, int number) {
        String plain = path.startsWith("./") ? path.substring(2) : path;
        boolean isSafe = plain.matches("[A-Za-z0-9_.+-]+(/[A-Za-z0-9_.+-]+)*")
                && !java.util.Arrays.asList(plain.split("/", -1)).contains("..")
                && !java.util.Arrays.asList(plain.split("/", -1)).contains(".");
        if (!isSafe) {
            throw new CommandFailed(origin + " line " + number + " names the unusable path \"" + path + "\"");
        }
        return plain;
    }
}
