package dev.earlyphase.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run as a child process.
 *
 * @param name what messages call it
 * @param arguments program and arguments
 * @param environment variables set beside those inherited
 * @param log file that its output is appended to; its folder is made
 */
public record ProcessCommand(String name, List<String> arguments, Map<String, String> environment, Path log) {

    public ProcessCommand {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException(name + ": arguments are empty, the first must be a program");
        }
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** The {@code java} of the JDK that runs this. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
