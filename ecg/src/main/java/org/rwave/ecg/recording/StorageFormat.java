package org.rwave.ecg.recording;

import java.util.Optional;

/**
 * How samples lie in a signal file (WFDB, signal(5)). Samples are packed in groups: {@link #groupSamples} of them in
 * {@link #groupBytes} bytes. One long file on purpose: each format's two directions stand side by side.
 */
enum StorageFormat {
    /** No file: every sample is missing. */
    NULL(0, 1, 0, 1),
    /** First differences of 8 bits; the sums count as 16-bit values. */
    DIFFERENCE_8(8, 1, 1, 16) {
        @Override
        void decode(byte[] in, int[] out, int samples) {
            for (int i = 0; i < samples; i++) {
                out[i] = in[i];
            }
        }

        @Override
        void encode(int value, int positionInGroup, byte[] group) {
            group[0] = (byte) value;
        }
    },
    /** 16 bits, little-endian. */
    SIGNED_16(16, 1, 2, 16) {
        @Override
        void decode(byte[] in, int[] out, int samples) {
            for (int i = 0, at = 0; i < samples; i++, at += 2) {
                out[i] = (in[at] & 0xFF) | in[at + 1] << 8;
            }
        }

        @Override
        void encode(int value, int positionInGroup, byte[] group) {
            group[0] = (byte) value;
            group[1] = (byte) (value >> 8);
        }
    },
    /** 24 bits, little-endian. */
    SIGNED_24(24, 1, 3, 24) {
        @Override
        void decode(byte[] in, int[] out, int samples) {
            for (int i = 0, at = 0; i < samples; i++, at += 3) {
                out[i] = (in[at] & 0xFF) | (in[at + 1] & 0xFF) << 8 | in[at + 2] << 16;
            }
        }

        @Override
        void encode(int value, int positionInGroup, byte[] group) {
            group[0] = (byte) value;
            group[1] = (byte) (value >> 8);
            group[2] = (byte) (value >> 16);
        }
    },
    /** 32 bits, little-endian. */
    SIGNED_32(32, 1, 4, 32) {
        @Override
        void decode(byte[] in, int[] out, int samples) {
            for (int i = 0, at = 0; i < samples; i++, at += 4) {
                out[i] = littleEndian32(in, at);
            }
        }

        @Override
        void encode(int value, int positionInGroup, byte[] group) {
            putLittleEndian32(value, group);
        }
    },
    /** 16 bits, big-endian. */
    BIG_ENDIAN_16(61, 1, 2, 16) {
        @Override
        void decode(byte[] in, int[] out, int samples) {
            for (int i = 0, at = 0; i < samples; i++, at += 2) {
                out[i] = (in[at + 1] & 0xFF) | in[at] << 8;
            }
        }

        @Override
        void encode(int value, int positionInGroup, byte[] group) {
            group[0] = (byte) (value >> 8);
            group[1] = (byte) value;
        }
    },
    /** 8 bits, offset binary. */
    OFFSET_8(80, 1, 1, 8) {
        @Override
        void decode(byte[] in, int[] out, int samples) {
            for (int i = 0; i < samples; i++) {
                out[i] = (in[i] & 0xFF) - 0x80;
            }
        }

        @Override
        void encode(int value, int positionInGroup, byte[] group) {
            group[0] = (byte) (value + 0x80);
        }
    },
    /** 16 bits, offset binary, little-endian. */
    OFFSET_16(160, 1, 2, 16) {
        @Override
        void decode(byte[] in, int[] out, int samples) {
            for (int i = 0, at = 0; i < samples; i++, at += 2) {
                out[i] = ((in[at] & 0xFF) | (in[at + 1] & 0xFF) << 8) - 0x8000;
            }
        }

        @Override
        void encode(int value, int positionInGroup, byte[] group) {
            group[0] = (byte) value;
            group[1] = (byte) ((value + 0x8000) >> 8);
        }
    },
    /** Two samples of 12 bits in three bytes. */
    PACKED_212(212, 2, 3, 12) {
        @Override
        void decode(byte[] in, int[] out, int samples) {
            for (int i = 0, at = 0; i < samples; i += 2, at += 3) {
                int middle = in[at + 1];
                out[i] = (in[at] & 0xFF) | (middle << 28 >> 20);
                out[i + 1] = (in[at + 2] & 0xFF) | (middle >> 4 << 8);
            }
        }

        @Override
        void encode(int value, int positionInGroup, byte[] group) {
            int high = value >> 8 & 0x0F;
            group[positionInGroup == 0 ? 0 : 2] = (byte) value;
            group[1] |= (byte) (positionInGroup == 0 ? high : high << 4);
        }
    },
    /** Three samples of 10 bits in four bytes: the third is split over the top bits of two 16-bit words. */
    PACKED_310(310, 3, 4, 10) {
        @Override
        void decode(byte[] in, int[] out, int samples) {
            for (int i = 0, at = 0; i < samples; i += 3, at += 4) {
                int word = littleEndian32(in, at);
                out[i] = word << 21 >> 22;
                out[i + 1] = word << 5 >> 22;
                out[i + 2] = (word >> 27 << 5) | (word >> 11 & 0x1F);
            }
        }

        @Override
        void encode(int value, int positionInGroup, byte[] group) {
            int bits = switch (positionInGroup) {
                case 0 -> (value & 0x3FF) << 1;
                case 1 -> (value & 0x3FF) << 17;
                default -> (value & 0x1F) << 11 | (value >> 5) << 27;
            };
            putLittleEndian32(littleEndian32(group, 0) | bits, group);
        }
    },
    /** Three samples of 10 bits in four bytes, in ascending bits. */
    PACKED_311(311, 3, 4, 10) {
        @Override
        void decode(byte[] in, int[] out, int samples) {
            for (int i = 0, at = 0; i < samples; i += 3, at += 4) {
                int word = littleEndian32(in, at);
                out[i] = word << 22 >> 22;
                out[i + 1] = word << 12 >> 22;
                out[i + 2] = word << 2 >> 22;
            }
        }

        @Override
        void encode(int value, int positionInGroup, byte[] group) {
            int bits = (value & 0x3FF) << (10 * positionInGroup);
            putLittleEndian32(littleEndian32(group, 0) | bits, group);
        }
    };

    private final int code;
    private final int groupSamples;
    private final int groupBytes;
    private final int bits;

    StorageFormat(int code, int groupSamples, int groupBytes, int bits) {
        this.code = code;
        this.groupSamples = groupSamples;
        this.groupBytes = groupBytes;
        this.bits = bits;
    }

    static Optional<StorageFormat> ofCode(int code) {
        for (StorageFormat format : values()) {
            if (format.code == code) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Decodes {@code samples} values from the start of {@code in}. Both arrays reach to the end of the last group. */
    void decode(byte[] in, int[] out, int samples) {
        throw new IllegalStateException("format " + code + " has no file");
    }

    /** Adds {@code value} to a group of bytes that starts out as zeros. */
    void encode(int value, int positionInGroup, byte[] group) {
        throw new IllegalStateException("format " + code + " has no file");
    }

    /** The number in the header. */
    int code() {
        return code;
    }

    int groupSamples() {
        return groupSamples;
    }

    int groupBytes() {
        return groupBytes;
    }

    /** Resolution of a sample in bits. */
    int bits() {
        return bits;
    }

    /** Whether the lowest value stands for a missing sample; differences cannot say so. */
    boolean hasMissingCode() {
        return this != DIFFERENCE_8 && this != NULL;
    }

    /** The stored value that marks a missing sample (WFDB, signal(5)), where {@link #hasMissingCode}. */
    int missingCode() {
        return (int) -(1L << (bits - 1));
    }

    /** Lowest value that can be stored and is not missing. */
    int lowest() {
        return hasMissingCode() ? missingCode() + 1 : Integer.MIN_VALUE + 1;
    }

    /** Highest value that can be stored. */
    int highest() {
        return (int) ((1L << (bits - 1)) - 1);
    }

    /** Bytes that {@code samples} samples take; the last group may be incomplete. */
    long bytesFor(long samples) {
        long whole = samples / groupSamples * groupBytes;
        int rest = (int) (samples % groupSamples);
        return whole + restBytes(rest);
    }

    /** Samples that lie complete in {@code bytes} bytes. */
    long samplesIn(long bytes) {
        if (groupBytes == 0) {
            return 0;
        }
        long samples = bytes / groupBytes * groupSamples;
        int rest = (int) (bytes % groupBytes);
        int more = 0;
        while (more + 1 < groupSamples && restBytes(more + 1) <= rest) {
            more++;
        }
        return samples + more;
    }

    /** Bytes of an incomplete group. The second sample of format 310 fills its word; 20 bits of 311 take 3 bytes. */
    private int restBytes(int samples) {
        if (samples == 0) {
            return 0;
        }
        return this == PACKED_310 ? 2 * samples : (samples * bits + 7) / 8;
    }

    private static int littleEndian32(byte[] in, int at) {
        return (in[at] & 0xFF) | (in[at + 1] & 0xFF) << 8 | (in[at + 2] & 0xFF) << 16 | in[at + 3] << 24;
    }

    private static void putLittleEndian32(int value, byte[] out) {
        out[0] = (byte) value;
        out[1] = (byte) (value >> 8);
        out[2] = (byte) (value >> 16);
        out[3] = (byte) (value >> 24);
    }
}
