package dev.earlyphase.gateway.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.TooLarge;

/** A body, as text. */
public final class BodyText {
    public static final int MOST_BYTES = 1 << 20;

    private BodyText() {}

    /** Reads no more than the limit, however long the body is. */
    public static String read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new TooLarge("body", "more than " + MOST_BYTES + " bytes", "at most " + MOST_BYTES + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Invalid("body", "bytes that are not UTF-8", "text in UTF-8");
        }
    }
}
