package dev.earlyphase.chain.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;

import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.junit.jupiter.api.Assumptions.abort;

/** A headless Chromium that reaches this machine and no other, so that the page must do with what the gateway serves. */
final class Chromium implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String AXE = script("/axe.min.js");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * With the Chromium and chromedriver of the machine; Selenium fetches what is missing, if it can. Without them the
     * test is skipped.
     */
    static Chromium open() {
        var options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "--window-size=1280,900");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .ifPresent(options::setBinary);
        try {
            var service = new ChromeDriverService.Builder();
            onPath("chromedriver").ifPresent(service::usingDriverExecutable);
            return new Chromium(new ChromeDriver(service.build(), options));
        } catch (WebDriverException none) {
            return abort("No browser can be had to look at the page with: install chromium and chromedriver ("
                    + none.getMessage().lines().findFirst().orElse("") + ")");
        }
    }

    void go(String address) {
        driver.get(address);
    }

    /** Whether the page is to be dark or light. */
    void dark(boolean wanted) {
        var scheme = Map.of("name", "prefers-color-scheme", "value", wanted ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    /** As on a phone so many pixels wide. */
    void phone(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 844, "deviceScaleFactor", 2, "mobile", true));
    }

    void desk() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** The one element that fits, once it is there and in sight. */
    WebElement find(String css) {
        return waiting("an element " + css).until(page -> page.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    /** The first button, link or switch with this text. */
    WebElement named(String text) {
        return waiting("something to press that is named " + text)
                .until(page -> page.findElements(By.cssSelector("button, a, summary, [role=tab]")).stream()
                        .filter(element -> element.isDisplayed()
                                && element.getText().strip().startsWith(text))
                        .findFirst()
                        .orElse(null));
    }

    void press(String text) {
        WebElement button = named(text);
        run("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The page's text, once it has this in it. */
    String reads(String text) {
        return waiting("the words: " + text).until(page -> {
            String all = page.findElement(By.tagName("body")).getText();
            return all.contains(text) ? all : null;
        });
    }

    /** Waits until the page's text has this in it no more. */
    void gone(String text) {
        waiting("no more: " + text)
                .until(page -> !page.findElement(By.tagName("body")).getText().contains(text));
    }

    boolean holds(String text) {
        return driver.findElement(By.tagName("body")).getText().contains(text);
    }

    @SuppressWarnings("unchecked")
    <T> T run(String script, Object... arguments) {
        return (T) ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** What axe finds that is serious or worse, a line each. */
    List<String> barriers() {
        run(AXE);
        @SuppressWarnings("unchecked")
        var found = (List<Map<String, Object>>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations']}).then(({violations}) => done(violations
                    .filter(({impact}) => impact === 'serious' || impact === 'critical')
                    .map(({id, nodes}) => ({id, where: nodes.slice(0, 5).map(({html}) => html).join(' ')}))));
                """);
        return found.stream()
                .map(violation -> violation.get("id") + ": " + violation.get("where"))
                .toList();
    }

    /** Mistakes of scripts and breaches of the policy since the last time; what a server refuses, the page tells itself. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("Failed to load resource"))
                .toList();
    }

    /** Whether the page is wider than the window. */
    boolean overflows() {
        return run("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** Keeps what is to be seen as a PNG below {@code target}. */
    void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target/page"));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private WebDriverWait waiting(String what) {
        var wait = new WebDriverWait(driver, LIMIT);
        wait.withMessage(() -> "waited for " + what + " in:\n"
                + driver.findElement(By.tagName("body")).getText());
        wait.ignoring(WebDriverException.class);
        return wait;
    }

    private static Optional<File> onPath(String... names) {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    private static String script(String name) {
        try (var in = Chromium.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
