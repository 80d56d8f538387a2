package dev.earlyphase.core.data;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A data set in memory.
 *
 * @param label how results name it, such as {@code CIFAR-10, JPEG copy}
 * @param checksum SHA-256 in hexadecimal over pixels and labels of the training set, then of the test set: provenance
 */
public record DataSet(String label, ImageSet training, ImageSet test, Normalisation normalisation, String checksum) {
    public DataSet(String label, ImageSet training, ImageSet test, Normalisation normalisation) {
        this(label, training, test, normalisation, checksum(training, test));
    }

    private static String checksum(ImageSet... sets) {
        MessageDigest digest = Checksums.sha256();
        for (ImageSet set : sets) {
            digest.update(set.pixels(), 0, set.size() * set.shape().elements());
            digest.update(set.labels(), 0, set.size());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
