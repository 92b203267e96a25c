package org.rwave.ecg.recording;

import java.nio.file.Path;

/** One line of a header file, taken word by word; failures name record, file and byte offset. */
final class HeaderLine {
    private final String recordName;
    private final Path file;
    private final int byteOffset;
    private final String text;
    private int at;

    HeaderLine(String recordName, Path file, int byteOffset, String text) {
        this.recordName = recordName;
        this.file = file;
        this.byteOffset = byteOffset;
        this.text = text;
    }

    String recordName() {
        return recordName;
    }

    boolean hasMore() {
        skipBlanks();
        return at < text.length();
    }

    /** The next word. */
    String word(String what) throws RecordingException {
        if (!hasMore()) {
            throw bad(what + " is not there");
        }
        return wordOr("");
    }

    /** The next word, or {@code otherwise} at the end of the line. */
    String wordOr(String otherwise) {
        skipBlanks();
        int start = at;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return at == start ? otherwise : text.substring(start, at);
    }

    /** All that is left of the line. */
    String rest() {
        skipBlanks();
        String rest = text.substring(at).strip();
        at = text.length();
        return rest;
    }

    int wholeNumber(String what, long lowest, long highest) throws RecordingException {
        return Math.toIntExact(longNumber(what, lowest, highest));
    }

    long longNumber(String what, long lowest, long highest) throws RecordingException {
        return whole(word(what), what, lowest, highest);
    }

    long whole(String digits, String what, long lowest, long highest) throws RecordingException {
        try {
            long value = Long.parseLong(digits);
            if (value >= lowest && value <= highest) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw bad(what + " is \"" + digits + "\", not a whole number");
        }
        throw bad(what + " is " + digits + ", outside " + lowest + " to " + highest);
    }

    double real(String digits, String what, double lowest, double highest) throws RecordingException {
        try {
            double value = Double.parseDouble(digits);
            if (value >= lowest && value <= highest) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw bad(what + " is \"" + digits + "\", not a number");
        }
        throw bad(what + " is " + digits + ", outside " + lowest + " to " + highest);
    }

    /** The failure of this line. */
    RecordingException bad(String problem) {
        return new RecordingException("record " + recordName + ": header " + file + ", line at byte " + byteOffset
                + " (\"" + abbreviated() + "\"): " + problem);
    }

    private String abbreviated() {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 57) + "...";
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
