package org.rwave.trainer.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.rwave.ecg.beat.Preprocessing;

/** SHA-256 over labelled beats, in their order: two trainings with the same hash saw the same data. */
public final class DataHash {
    private DataHash() {}

    /** Lower-case hex. */
    public static String of(List<LabelledBeat> beats) {
        MessageDigest digest = sha256();
        float[] waveform = new float[Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES];
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * (waveform.length + Preprocessing.FEATURES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (LabelledBeat beat : beats) {
            String key = beat.record() + ':' + beat.sampleIndex() + ':' + beat.label() + '\n';
            digest.update(key.getBytes(StandardCharsets.UTF_8));
            beat.copyWaveform(waveform, 0);
            bytes.clear().asFloatBuffer().put(waveform).put(beat.features());
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
