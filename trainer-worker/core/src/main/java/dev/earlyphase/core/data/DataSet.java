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

    /** The same with only the first {@code count} training images. */
    public DataSet first(int count) {
        return withTraining(training.first(count));
    }

    /** The same with other training images made out of its own; the checksum is still that of the data set. */
    public DataSet withTraining(ImageSet images) {
        return new DataSet(label, images, test, normalisation, checksum);
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
