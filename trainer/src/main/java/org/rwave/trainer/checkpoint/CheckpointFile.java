package org.rwave.trainer.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link Checkpoint} on disk:
 *
 * <pre>
 * rwave checkpoint 1
 * KEY=VALUE            any number of lines, UTF-8
 * array NAME=COUNT     any number of lines
 * end
 * float32, little-endian, the arrays one after the other
 * SHA-256 of all bytes before it
 * </pre>
 *
 * <p>Written beside its place and moved there: the file is the old one or the new one, never half of either.
 */
public final class CheckpointFile {
    private static final String FIRST_LINE = "rwave checkpoint 1";
    private static final String LAST_LINE = "end";
    private static final String ARRAY = "array ";
    private static final int DIGEST_BYTES = 32;

    private final Path file;

    public CheckpointFile(Path file) {
        this.file = file;
    }

    /** Writes {@code checkpoint} in place of what there is. */
    public void write(Checkpoint checkpoint) throws IOException {
        StringBuilder header = new StringBuilder(FIRST_LINE).append('\n');
        checkpoint
                .lines()
                .forEach((key, value) ->
                        header.append(key).append('=').append(value).append('\n'));
        checkpoint
                .arrays()
                .forEach((name, numbers) -> header.append(ARRAY)
                        .append(name)
                        .append('=')
                        .append(numbers.length)
                        .append('\n'));
        header.append(LAST_LINE).append('\n');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(header.toString().getBytes(StandardCharsets.UTF_8));
        for (float[] numbers : checkpoint.arrays().values()) {
            ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
            raw.asFloatBuffer().put(numbers);
            bytes.write(raw.array());
        }
        bytes.write(sha256(bytes.toByteArray(), bytes.size()));
        WholeFile.write(file, bytes.toByteArray());
    }

    /**
     * Reads the file; empty when there is none.
     *
     * @param identity keys and values that it must have: what it was made for is what is asked for
     * @throws IOException when it is no checkpoint, damaged, or made for something else
     */
    public Optional<Checkpoint> read(Map<String, String> identity) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        List<String> header = header(bytes);
        int length = bytes.length - DIGEST_BYTES;
        if (length < 0 || !Arrays.equals(sha256(bytes, length), Arrays.copyOfRange(bytes, length, bytes.length))) {
            throw damaged("its SHA-256 does not fit its content");
        }
        Checkpoint checkpoint = new Checkpoint();
        int at = header.stream()
                .mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length + 1)
                .sum();
        ByteBuffer numbers = ByteBuffer.wrap(bytes, at, length - at).slice().order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 1; i < header.size() - 1; i++) {
            take(header.get(i), i + 1, numbers, checkpoint);
        }
        requireIdentity(checkpoint, header, identity);
        return Optional.of(checkpoint);
    }

    private List<String> header(byte[] bytes) throws IOException {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(new String(bytes, from, i - from, StandardCharsets.UTF_8));
                from = i + 1;
                if (!lines.get(0).equals(FIRST_LINE)) {
                    break;
                }
                if (lines.get(lines.size() - 1).equals(LAST_LINE)) {
                    return lines;
                }
            }
        }
        if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
            throw new IOException(file + " line 1: a checkpoint begins with '" + FIRST_LINE + "'");
        }
        throw damaged("its header has no end");
    }

    private void take(String line, int number, ByteBuffer numbers, Checkpoint into) throws IOException {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new IOException(file + " line " + number + ": not KEY=VALUE: " + line);
        }
        String value = line.substring(equals + 1);
        if (!line.startsWith(ARRAY)) {
            into.put(line.substring(0, equals), value);
            return;
        }
        float[] array = new float[Integer.parseInt(value)];
        numbers.asFloatBuffer().get(array);
        numbers.position(numbers.position() + Float.BYTES * array.length);
        into.put(line.substring(ARRAY.length(), equals), array);
    }

    private void requireIdentity(Checkpoint checkpoint, List<String> header, Map<String, String> identity)
            throws IOException {
        for (Map.Entry<String, String> wanted : identity.entrySet()) {
            String present = checkpoint.text(wanted.getKey());
            if (!present.equals(wanted.getValue())) {
                int line = 1 + header.indexOf(wanted.getKey() + "=" + present);
                throw new IOException(file + " line " + line + ": " + wanted.getKey() + " is '" + present
                        + "' there and '" + wanted.getValue()
                        + "' here; training goes on from a checkpoint only with the"
                        + " same network, hyper-parameters, preprocessing and data");
            }
        }
    }

    private IOException damaged(String how) {
        return new IOException(file + ": damaged checkpoint, " + how + "; delete it to train this network anew");
    }

    private static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
