package org.rwave.trainer.kaggle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over rows in their order: two trainings with the same hash saw the same data. */
public final class RowHash {
    private RowHash() {}

    /** Lower-case hex. */
    public static String of(List<HeartbeatRow> rows) {
        MessageDigest digest = sha256();
        float[] values = new float[HeartbeatRow.LENGTH + 1];
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (HeartbeatRow row : rows) {
            row.copyTo(values, 0);
            values[HeartbeatRow.LENGTH] = row.label();
            bytes.clear().asFloatBuffer().put(values);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
