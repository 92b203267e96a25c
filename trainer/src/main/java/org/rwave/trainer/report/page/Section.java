package org.rwave.trainer.report.page;

import java.util.ArrayList;
import java.util.List;

/** A part of the page under its own heading. */
final class Section {
    private final String id;
    private final String title;
    private final List<Object> content = new ArrayList<>();

    /** @param id by which links find it */
    Section(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Appends a paragraph. */
    Section say(String text) {
        content.add(Element.of("p", text));
        return this;
    }

    /** Appends elements. */
    Section show(Element... elements) {
        content.addAll(List.of(elements));
        return this;
    }

    /** Appends a heading within the section. */
    Section heading(String text) {
        content.add(Element.of("h3", text));
        return this;
    }

    Element link() {
        return Element.of("a", title).with("href", "#" + id);
    }

    Element draw() {
        return Element.of("section", Element.of("h2", title).with("id", id)).add(content);
    }
}
