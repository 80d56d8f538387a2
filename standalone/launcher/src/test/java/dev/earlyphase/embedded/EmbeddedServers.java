package dev.earlyphase.embedded;

/** Stands where the real servers' main class would be: says something and never answers. */
public final class EmbeddedServers {

    private EmbeddedServers() {}

    /** Ends at once where the home is named {@code broken}. */
    public static void main(String[] words) throws InterruptedException {
        System.out.println("Hello from " + words[1]);
        if (!words[1].endsWith("broken")) {
            Thread.sleep(60_000);
        }
        System.exit(3);
    }
}
