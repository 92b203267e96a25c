package org.rwave.cli.score;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.score.ScoringSettings;

/** Says what was compared and how, so that no figure stands alone. */
final class ScoreHeading {
    private ScoreHeading() {}

    static List<String> lines(Scores scores, AnnotationFolders folders) {
        ScoringSettings settings = scores.settings();
        int records = scores.beats().size();
        List<String> lines = new ArrayList<>();
        lines.add("EC57 scores of ." + folders.testAnnotator() + " in " + folders.test() + " against ."
                + folders.referenceAnnotator() + " in " + folders.reference() + ", " + records
                + (records == 1 ? " record" : " records"));
        lines.add("From " + TimeOption.text(settings.start()) + " to "
                + settings.end().map(TimeOption::text).orElse("the end") + ", match window "
                + TimeOption.text(settings.matchWindow()) + ", mapping "
                + settings.mapping().title());
        if (!settings.isStandard()) {
            lines.add("EC57 does not permit these settings for reporting; for development only");
        }
        return lines;
    }
}
