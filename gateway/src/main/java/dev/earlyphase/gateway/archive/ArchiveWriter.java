package dev.earlyphase.gateway.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a ZIP archive one entry after another, none of which is in memory, and last of all their checksums. An archive
 * that was not finished cannot be opened.
 */
final class ArchiveWriter {
    private final ZipOutputStream zip;
    private final FileTime made;
    private final StringBuilder sums = new StringBuilder();

    ArchiveWriter(OutputStream out, Instant made) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.made = FileTime.from(made);
    }

    /** What writes the content of an entry. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** An entry of text, which packing makes smaller; returns its SHA-256. */
    String text(String name, Content content) throws IOException {
        return entry(name, Deflater.DEFAULT_COMPRESSION, content);
    }

    String text(String name, String content) throws IOException {
        return text(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** An entry that packing makes hardly smaller: it is put in as it is. */
    String plain(String name, Content content) throws IOException {
        return entry(name, Deflater.NO_COMPRESSION, content);
    }

    void finish() throws IOException {
        text(Entries.SUMS, sums.toString());
        zip.finish();
        zip.flush();
    }

    private String entry(String name, int level, Content content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(made);
        zip.setLevel(level);
        zip.putNextEntry(entry);
        var digesting = new DigestOutputStream(zip, Digests.sha256());
        content.writeTo(digesting);
        zip.closeEntry();
        String sha256 = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        sums.append(sha256).append("  ").append(name).append('\n');
        return sha256;
    }
}
