package dev.earlyphase.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The built embedded servers: a folder with {@code embedded.jar} and the jars it needs under {@code lib}.
 *
 * @param folder the folder of both
 */
public record EmbeddedLibrary(Path folder) {

    public EmbeddedLibrary {
        if (!isBuilt(folder)) {
            throw new IllegalArgumentException(folder + " holds no embedded.jar with its lib folder");
        }
    }

    /** Looks for the built module in the repository that the folder lies in. */
    public static Optional<EmbeddedLibrary> findFrom(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("standalone/embedded/target"))
                .filter(EmbeddedLibrary::isBuilt)
                .findFirst()
                .map(EmbeddedLibrary::new);
    }

    /** The class path of the servers' JVM. */
    public String classPath() {
        return jar(folder) + ":" + folder.resolve("lib") + "/*";
    }

    private static boolean isBuilt(Path folder) {
        return Files.isRegularFile(jar(folder)) && Files.isDirectory(folder.resolve("lib"));
    }

    private static Path jar(Path folder) {
        return folder.resolve("embedded.jar");
    }
}
