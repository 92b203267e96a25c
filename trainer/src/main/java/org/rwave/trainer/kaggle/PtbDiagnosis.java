package org.rwave.trainer.kaggle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Why the patient of a PTB record was admitted, as the comments of its header say. */
enum PtbDiagnosis {
    HEALTHY_CONTROL("Healthy control"),
    MYOCARDIAL_INFARCTION("Myocardial infarction"),
    /** Any other; the heartbeat files leave these records out. */
    OTHER("");

    private static final String KEY = "Reason for admission:";

    private final String text;

    PtbDiagnosis(String text) {
        this.text = text;
    }

    /**
     * Finds it in {@code comments}; {@code header} names the file in messages.
     *
     * @throws IOException when the line is missing
     */
    static PtbDiagnosis of(List<String> comments, Path header) throws IOException {
        String reason = comments.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(KEY))
                .findFirst()
                .map(line -> line.substring(KEY.length()).strip())
                .orElseThrow(() -> new IOException(header + ": has no comment '# " + KEY
                        + " ...'; records of the PTB diagnostic data base have one"));
        for (PtbDiagnosis diagnosis : List.of(HEALTHY_CONTROL, MYOCARDIAL_INFARCTION)) {
            if (reason.equalsIgnoreCase(diagnosis.text)) {
                return diagnosis;
            }
        }
        return OTHER;
    }
}
