package org.rwave.trainer.kaggle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.data.RecordAccess;

/**
 * The MIT-BIH half of the heartbeat data, from the WFDB records: of all 48 records the first signal (that is V5 in 102, 104
 * and 114), every beat annotation but a record's last annotation, e and j as N. Neighbours are annotations of any kind,
 * changes of rhythm included, as in the published files.
 */
public final class MitBihRows {
    private static final List<String> RECORDS =
            List.of(("100 101 102 103 104 105 106 107 108 109 111 112 113 114 115 116"
                            + " 117 118 119 121 122 123 124 200 201 202 203 205 207 208 209 210 212 213 214 215 217 219 220 221 222"
                            + " 223 228 230 231 232 233 234")
                    .split(" "));

    private final List<HeartbeatRow> all;
    private final PublishedSplit split;

    private MitBihRows(List<HeartbeatRow> all, PublishedSplit split) {
        this.all = all;
        this.split = split;
    }

    /**
     * Derives all rows from the records in {@code mitdb}.
     *
     * @throws IOException when a record is missing or the records are not those of MIT-BIH 1.0.0
     */
    public static MitBihRows derive(Path mitdb) throws IOException {
        RecordAccess access = RecordAccess.forIntraPatientRows(mitdb);
        List<HeartbeatRow> all = new ArrayList<>(PublishedSplit.ALL_ROWS);
        for (String record : RECORDS) {
            try (Recording recording = access.open(record)) {
                addBeats(recording, access.annotations(recording), all);
            }
        }
        if (all.size() != PublishedSplit.ALL_ROWS) {
            throw new IOException("the records in " + mitdb + " have " + all.size() + " usable beats, those of MIT-BIH"
                    + " 1.0.0 have " + PublishedSplit.ALL_ROWS + "; fetch them with 'rwave data fetch mitdb'");
        }
        return new MitBihRows(all, PublishedSplit.load());
    }

    /** The rows of {@code mitbih_train.csv}; the published file has them in another order. */
    public List<HeartbeatRow> train() {
        return split.train(all);
    }

    /** The rows of {@code mitbih_test.csv}, in the published order. */
    public List<HeartbeatRow> test() {
        return split.test(all);
    }

    private static void addBeats(Recording recording, List<Annotation> annotations, List<HeartbeatRow> into)
            throws IOException {
        RowCut cut = new RowCut(LeadSamples.read(recording, 0), recording.rate().hertz());
        for (int i = 0; i + 1 < annotations.size(); i++) {
            Optional<BeatClass> beatClass =
                    ClassMapping.LITERATURE.classOf(annotations.get(i).code());
            if (beatClass.isPresent()) {
                long afterNext =
                        i + 2 < annotations.size() ? annotations.get(i + 2).sampleIndex() : cut.signalLength();
                into.add(cut.cut(
                        annotations.get(i).sampleIndex(),
                        annotations.get(i + 1).sampleIndex(),
                        afterNext,
                        beatClass.get().ordinal()));
            }
        }
    }
}
