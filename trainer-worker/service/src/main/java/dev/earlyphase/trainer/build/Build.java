package dev.earlyphase.trainer.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build of the program this is, as results name it: {@code 0.1.0 a1b2c3d}, with a + where files differed from that
 * commit, or {@code 0.1.0} alone where it was not built in a git repository.
 *
 * @param commit abbreviated; empty where there was no git repository
 * @param dirty whether files differed from the commit
 */
public record Build(String version, String commit, boolean dirty) {
    public static Build ofThisProgram() {
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return new Build(
                    properties.getProperty("version"),
                    properties.getProperty("commit"),
                    Boolean.parseBoolean(properties.getProperty("dirty")));
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties of this program cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return commit.isEmpty() ? version : version + " " + commit + (dirty ? "+" : "");
    }
}
