package dev.earlyphase.gateway.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import dev.earlyphase.contracts.archive.Lines;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.TooLarge;

/**
 * An archive on disk of which every entry has a name that we know and the content that its checksum promises. Nothing of
 * it is ever unpacked into a file of the name that it gives.
 */
final class ArchiveFile implements AutoCloseable {
    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  (\\S{1,200})");

    private final ZipFile zip;
    private final Map<String, String> sums;

    private ArchiveFile(ZipFile zip, Map<String, String> sums) {
        this.zip = zip;
        this.sums = sums;
    }

    /**
     * @param most bytes of all entries, unpacked
     * @throws Invalid naming the entry that is not as it should be
     */
    static ArchiveFile open(Path file, long most) throws IOException {
        CentralDirectory.check(file);
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException e) {
            throw CentralDirectory.noZip();
        }
        try {
            demandKnown(zip);
            Map<String, String> sums = sums(zip);
            demandSame(zip, sums);
            verify(zip, sums, most);
            return new ArchiveFile(zip, sums);
        } catch (RuntimeException | IOException e) {
            zip.close();
            throw e;
        }
    }

    /** The content of an entry. */
    InputStream read(String name) {
        return open(zip, name);
    }

    boolean has(String name) {
        return sums.containsKey(name);
    }

    /** What the content has been found to be. */
    String sha256(String name) {
        return sums.get(name);
    }

    long bytes(String name) {
        return zip.getEntry(name).getSize();
    }

    /** How many objects of the store it has. */
    long objects() {
        return sums.keySet().stream()
                .filter(name -> name.startsWith(Entries.OBJECTS))
                .count();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static void demandKnown(ZipFile zip) {
        zip.stream()
                .map(ZipEntry::getName)
                .forEach(name -> Check.that(Entries.isKnown(name), "entry", name, "a file that an export writes"));
        for (String needed : new String[] {Entries.MANIFEST, Entries.STUDY, Entries.TRIALS, Entries.SUMS}) {
            Check.that(zip.getEntry(needed) != null, "entry", "no " + needed, needed);
        }
    }

    /** Each file has one checksum, and each checksum one file. */
    private static void demandSame(ZipFile zip, Map<String, String> sums) {
        for (String name : sums.keySet()) {
            Check.that(zip.getEntry(name) != null, Entries.SUMS, name, "only files that are in the archive");
        }
        Set<String> left = new HashSet<>(sums.keySet());
        left.add(Entries.SUMS);
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            Check.that(
                    name.equals(Entries.SUMS) || sums.containsKey(name), name, "no SHA-256", "one in " + Entries.SUMS);
            Check.that(left.remove(name), "entry", name, "each name once");
        });
    }

    private static Map<String, String> sums(ZipFile zip) throws IOException {
        var sums = new HashMap<String, String>();
        try (InputStream content = open(zip, Entries.SUMS)) {
            var lines = new Lines(Entries.SUMS, content);
            for (String line = lines.next(); line != null; line = lines.next()) {
                Matcher sum = SUM.matcher(line);
                Check.that(sum.matches(), lines.place(), "another form", "SHA-256, two spaces, the name of a file");
                Check.that(sums.put(sum.group(2), sum.group(1)) == null, lines.place(), sum.group(2), "each name once");
            }
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof ZipException || e.getCause() instanceof EOFException
                    ? unpackable(Entries.SUMS, e.getCause())
                    : e;
        }
        return sums;
    }

    private static void verify(ZipFile zip, Map<String, String> sums, long most) throws IOException {
        long left = most;
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            var checksum = new Checksum(sum.getKey(), left, most);
            String found = checksum.of(open(zip, sum.getKey()));
            Check.that(found.equals(sum.getValue()), sum.getKey(), "SHA-256 " + found, "SHA-256 " + sum.getValue());
            long bytes = left - checksum.left();
            long promised = zip.getEntry(sum.getKey()).getSize();
            Check.that(
                    bytes == promised,
                    sum.getKey(),
                    bytes + " bytes",
                    promised + " bytes, as the list of entries says");
            left = checksum.left();
        }
    }

    private static InputStream open(ZipFile zip, String name) {
        try {
            return zip.getInputStream(zip.getEntry(name));
        } catch (ZipException e) {
            throw unpackable(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static Invalid unpackable(String name, IOException fault) {
        return new Invalid(name, fault.getMessage(), "an entry that can be unpacked");
    }

    /** Reads an entry to its end, but no further than all entries together may go. */
    private static final class Checksum {
        private final String name;
        private final long most;
        private long left;

        Checksum(String name, long left, long most) {
            this.name = name;
            this.left = left;
            this.most = most;
        }

        long left() {
            return left;
        }

        String of(InputStream content) throws IOException {
            var digest = Digests.sha256();
            byte[] buffer = new byte[1 << 16];
            try (content) {
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw new TooLarge(name, "more than is left of " + most + " bytes", most + " bytes unpacked");
                    }
                    digest.update(buffer, 0, read);
                }
            } catch (ZipException | EOFException e) {
                throw unpackable(name, e);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
