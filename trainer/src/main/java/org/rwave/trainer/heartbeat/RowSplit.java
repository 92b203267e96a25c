package org.rwave.trainer.heartbeat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.rwave.trainer.kaggle.HeartbeatRow;

/** A random split within each class, for files that come without one. Rows of one person may fall on both sides. */
public record RowSplit(List<HeartbeatRow> train, List<HeartbeatRow> test) {
    public RowSplit {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }

    /** Puts {@code share} of each class into the test set; the same seed gives the same split. */
    public static RowSplit of(List<HeartbeatRow> rows, int classes, double share, long seed) {
        List<HeartbeatRow> train = new ArrayList<>();
        List<HeartbeatRow> test = new ArrayList<>();
        Random random = new Random(seed);
        for (int c = 0; c < classes; c++) {
            int label = c;
            List<HeartbeatRow> own = new ArrayList<>(
                    rows.stream().filter(row -> row.label() == label).toList());
            Collections.shuffle(own, random);
            int tested = (int) Math.round(share * own.size());
            test.addAll(own.subList(0, tested));
            train.addAll(own.subList(tested, own.size()));
        }
        return new RowSplit(train, test);
    }
}
