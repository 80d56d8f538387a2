package dev.earlyphase.cli.page;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The program that opens addresses on this machine.
 *
 * @param program its name
 */
record Browser(String program) {
    private static final long LIMIT_SECONDS = 10;

    /** Empty where none can be expected, such as over SSH. */
    static Optional<Browser> of(String system, Map<String, String> environment) {
        String named = environment.getOrDefault("BROWSER", "");
        if (!named.isBlank()) {
            return Optional.of(new Browser(named));
        }
        if (system.startsWith("Mac")) {
            return Optional.of(new Browser("open"));
        }
        boolean screen = List.of("DISPLAY", "WAYLAND_DISPLAY").stream()
                .anyMatch(variable -> !environment.getOrDefault(variable, "").isBlank());
        return screen ? Optional.of(new Browser("xdg-open")) : Optional.empty();
    }

    /** Whether it took the address; a program that goes on is taken to have. */
    boolean open(URI address) {
        try {
            Process process = new ProcessBuilder(program, address.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return !process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
