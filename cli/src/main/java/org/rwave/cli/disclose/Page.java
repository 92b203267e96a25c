package org.rwave.cli.disclose;

/** A Markdown page as it grows. */
final class Page {
    private final StringBuilder text = new StringBuilder();

    Page heading(String words) {
        text.append("\n## ").append(words).append("\n\n");
        return this;
    }

    Page paragraph(String words) {
        text.append(words).append("\n\n");
        return this;
    }

    Page line(String words) {
        text.append(words).append('\n');
        return this;
    }

    /** A table begins. */
    Page columns(String... names) {
        row(names);
        text.append("|").append("---|".repeat(names.length)).append('\n');
        return this;
    }

    Page row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    String text() {
        return text.toString();
    }
}
