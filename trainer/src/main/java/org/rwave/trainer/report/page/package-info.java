/**
 * An evaluation as one HTML page that needs nothing else: no script, no font, no picture from elsewhere. Charts are SVG in the
 * page, drawn in the colours of the style sheet, so that they follow light and dark; every chart has a title and a
 * description for those who do not see it, and every table is a table. {@link
 * org.rwave.trainer.report.page.EvaluationPage} puts the sections in order; a section turns a part of the document into
 * elements; {@link org.rwave.trainer.report.page.Plot}, {@code Bars} and {@code BeatSketch} draw.
 */
package org.rwave.trainer.report.page;
