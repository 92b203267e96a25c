package org.rwave.trainer.heartbeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rwave.trainer.kaggle.HeartbeatRow;

/** Rows whose classes differ in the width of the beat and in where the next one comes; noise on everything. */
public final class SimulatedRows {
    private SimulatedRows() {}

    /** {@code count} rows of {@code classes} classes in turn. */
    public static List<HeartbeatRow> of(int count, int classes, long seed) {
        Random random = new Random(seed);
        List<HeartbeatRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = i % classes;
            double width = 2 + 3 * label;
            double next = 70 + 20 * label + 4 * random.nextGaussian();
            float[] values = new float[HeartbeatRow.LENGTH];
            for (int k = 0; k < next + 15; k++) {
                double own = Math.exp(-Math.pow(k / width, 2));
                double following = Math.exp(-Math.pow((k - next) / width, 2));
                double value = 0.1 + 0.8 * Math.max(own, following) + 0.03 * random.nextGaussian();
                values[k] = (float) Math.max(0, Math.min(1, value));
            }
            rows.add(new HeartbeatRow(values, label));
        }
        return rows;
    }

    /** All values one after another. */
    static float[] values(List<HeartbeatRow> rows) {
        float[] values = new float[rows.size() * HeartbeatRow.LENGTH];
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).copyTo(values, i * HeartbeatRow.LENGTH);
        }
        return values;
    }
}
