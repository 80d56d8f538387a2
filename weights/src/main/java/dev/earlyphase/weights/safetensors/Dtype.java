package dev.earlyphase.weights.safetensors;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** How a value is stored; every kind is read into floats, the wider ones rounded to the nearest. */
enum Dtype {
    F32(4) {
        @Override
        void decode(ByteBuffer bytes, float[] into, int from, int count) {
            bytes.asFloatBuffer().get(into, from, count);
        }
    },
    F16(2) {
        @Override
        float next(ByteBuffer bytes) {
            return Float.float16ToFloat(bytes.getShort());
        }
    },
    BF16(2) {
        @Override
        float next(ByteBuffer bytes) {
            return Float.intBitsToFloat(bytes.getShort() << 16);
        }
    },
    F64(8) {
        @Override
        float next(ByteBuffer bytes) {
            return (float) bytes.getDouble();
        }
    },
    U8(1) {
        @Override
        float next(ByteBuffer bytes) {
            return Byte.toUnsignedInt(bytes.get());
        }
    },
    BOOL(1) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.get() == 0 ? 0 : 1;
        }
    },
    I32(4) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.getInt();
        }
    },
    I64(8) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.getLong();
        }
    };

    /** Bytes a value. */
    final int size;

    Dtype(int size) {
        this.size = size;
    }

    static Optional<Dtype> named(String name) {
        return Arrays.stream(values()).filter(d -> d.name().equals(name)).findFirst();
    }

    /** Reads {@code count} values from a little-endian buffer. */
    void decode(ByteBuffer bytes, float[] into, int from, int count) {
        for (int i = from; i < from + count; i++) {
            into[i] = next(bytes);
        }
    }

    float next(ByteBuffer bytes) {
        return bytes.getFloat();
    }
}
