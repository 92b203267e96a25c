package org.rwave.trainer.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the numbers of captured beats in a file outside the heap, 2.8 kB a beat, so that any number of variants fits in
 * little memory. The file lies in {@code java.io.tmpdir} and vanishes with the process.
 */
final class BeatStore {
    private final FileChannel file;

    BeatStore() throws IOException {
        Path path = Files.createTempFile("rwave-beats", ".bin");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** The same beats, their numbers in the file. */
    List<LabelledBeat> keep(List<LabelledBeat> beats) throws IOException {
        if (beats.isEmpty()) {
            return beats;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * LabelledBeat.VALUES * beats.size())
                .order(ByteOrder.nativeOrder());
        FloatBuffer numbers = bytes.asFloatBuffer();
        beats.forEach(beat -> beat.writeTo(numbers));
        long from = file.size();
        file.position(from);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        FloatBuffer kept = file.map(FileChannel.MapMode.READ_ONLY, from, bytes.capacity())
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        List<LabelledBeat> moved = new ArrayList<>(beats.size());
        for (int i = 0; i < beats.size(); i++) {
            moved.add(beats.get(i).movedTo(kept, i * LabelledBeat.VALUES));
        }
        return moved;
    }
}
