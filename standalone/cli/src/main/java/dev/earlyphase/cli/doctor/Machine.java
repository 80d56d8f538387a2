package dev.earlyphase.cli.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

import dev.earlyphase.cli.home.Home;

/** The JDK, Maven and the machine, each as a line of text. */
final class Machine {
    private Machine() {}

    static Map<String, String> facts(Home home) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("JDK", "%s, %s".formatted(System.getProperty("java.vm.version"), System.getProperty("java.home")));
        facts.put("Maven", System.getProperty("earlyphase.maven", "not looked for: start by ./earlyphase doctor"));
        facts.put("system", "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", memory());
        facts.put("disk", disk(home));
        return facts;
    }

    private static String memory() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%s, %s free".formatted(gigabytes(system.getTotalMemorySize()), gigabytes(system.getFreeMemorySize()));
    }

    private static String disk(Home home) {
        Path folder = Stream.iterate(home.folder(), path -> path != null, Path::getParent)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
        try {
            return "%s free in %s"
                    .formatted(gigabytes(Files.getFileStore(folder).getUsableSpace()), folder);
        } catch (IOException e) {
            return "unknown: " + e;
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
}
