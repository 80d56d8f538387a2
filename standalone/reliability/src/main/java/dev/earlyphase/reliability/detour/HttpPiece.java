package dev.earlyphase.reliability.detour;

/**
 * A piece of an answer in HTTP, as it came from the connection.
 *
 * @param bytes the array that holds it, from its begin
 */
record HttpPiece(byte[] bytes, int length) {
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    /** Where the body begins in this piece; 0 where the head has gone before, the length where there is no body. */
    int body() {
        for (int i = 0; i + END_OF_HEAD.length <= length; i++) {
            if (isEndOfHead(i)) {
                return i + END_OF_HEAD.length;
            }
        }
        return startsHead() ? length : 0;
    }

    /** Turns the last bit of the body; the same piece where there is none. */
    void corrupt() {
        if (body() < length) {
            bytes[length - 1] ^= 1;
        }
    }

    private boolean startsHead() {
        return length >= 5
                && bytes[0] == 'H'
                && bytes[1] == 'T'
                && bytes[2] == 'T'
                && bytes[3] == 'P'
                && bytes[4] == '/';
    }

    private boolean isEndOfHead(int from) {
        for (int i = 0; i < END_OF_HEAD.length; i++) {
            if (bytes[from + i] != END_OF_HEAD[i]) {
                return false;
            }
        }
        return true;
    }
}
