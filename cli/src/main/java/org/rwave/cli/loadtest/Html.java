package org.rwave.cli.loadtest;

/** Text for a page. */
final class Html {
    private Html() {}

    /** {@code text} with what has a meaning in HTML made harmless. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
