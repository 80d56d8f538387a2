package dev.earlyphase.chain.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import dev.earlyphase.chain.ChainStack;
import dev.earlyphase.chain.SharedChain;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.contracts.study.StudyView;

import static org.assertj.core.api.Assertions.assertThat;

/** A walk through the page, in the order in which a researcher would take it; the first to use the stack, which is empty. */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class PageIT {
    private static final int PHONE = 390;

    @RegisterExtension
    static final SharedChain SHARED = new SharedChain();

    private Chromium browser;
    private ChainStack chain;
    private String first;
    private String second;

    @BeforeAll
    void start() {
        browser = Chromium.open();
        chain = SHARED.stack();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void a_wrong_key_is_refused_in_words_and_the_right_one_lets_in() {
        open("/");
        WebElement key = browser.find("input[type=password]");
        key.sendKeys("ep_" + "wrong".repeat(8), Keys.ENTER);
        browser.reads("This key opens nothing");

        key.clear();
        key.sendKeys(chain.operatorKey(), Keys.ENTER);

        browser.reads("Log out");
        browser.reads("No study yet");
        assertFit("studies-empty");
    }

    @Test
    @Order(2)
    void a_pasted_study_shows_its_plan_first_and_is_submitted() {
        open("/submit");
        browser.press("YAML");
        WebElement text = browser.find("textarea");
        text.clear();
        text.sendKeys(study("first <b>study</b>", "1, 2"));
        browser.reads("10 trials to train");
        assertFit("submit");

        browser.press("Submit");

        browser.reads("first <b>study</b>");
        first = browser.<String>run("return location.hash")
                .replaceAll(".*/", "")
                .replaceAll("\\?.*", "");
    }

    @Test
    @Order(3)
    void the_study_is_seen_to_finish_without_a_reload() {
        browser.run("window.stayed = true");

        browser.find("main .state[data-state=completed]");

        assertThat(browser.<Boolean>run("return window.stayed === true")).isTrue();
        assertFit("study");
    }

    @Test
    @Order(4)
    void a_curve_is_switched_off_and_on_again() {
        browser.press("Figures");
        WebElement curve = browser.find(".chart .legend button");
        assertThat(curve.getDomAttribute("aria-pressed")).isEqualTo("true");

        curve.click();

        assertThat(browser.find(".chart .legend button").getDomAttribute("aria-pressed"))
                .isEqualTo("false");
        browser.find(".chart .legend button").click();
        assertThat(browser.find(".chart .legend button").getDomAttribute("aria-pressed"))
                .isEqualTo("true");
        assertFit("figure");
    }

    @Test
    @Order(5)
    void values_are_read_off_by_keyboard() {
        browser.find(".chart .plot").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

        assertThat(browser.find(".chart .legend .value").getText()).matches(".*\\d.*");
    }

    @Test
    @Order(6)
    void a_trial_opens_and_its_slider_moves_through_the_checkpoints() {
        String trial = chain.trials(first).getLast().id().value();
        open("/trials/" + trial);
        browser.press("Weights");
        WebElement slider = browser.find("input[type=range]");
        String before = slider.getDomProperty("value");

        slider.sendKeys(before.equals(slider.getDomAttribute("max")) ? Keys.ARROW_LEFT : Keys.ARROW_RIGHT);

        assertThat(browser.find("input[type=range]").getDomProperty("value")).isNotEqualTo(before);
        assertFit("trial");
    }

    @Test
    @Order(7)
    void two_studies_are_compared_in_one_plot() {
        second = chain.run(new StudyFile(study("second", "3"), "application/yaml"))
                .id();

        open("/compare?figure=figure-1&studies=" + first + "," + second);

        browser.find(".chart .legend button");
        assertThat(browser.all(".chart .legend button"))
                .extracting(WebElement::getText)
                .anyMatch(name -> name.contains("first"))
                .anyMatch(name -> name.contains("second"));
        browser.reads("seeds");
        assertFit("compare");
    }

    @Test
    @Order(8)
    void the_system_tells_its_workers() {
        open("/system");

        browser.reads("worker-1");

        assertFit("system");
    }

    @Test
    @Order(9)
    void a_running_study_is_cancelled_after_a_question() {
        StudyView running = chain.studies()
                .submit(new StudyFile(study("long", "7").replace("end: 60it", "end: 4000it"), "application/yaml"))
                .study();
        open("/studies/" + running.id());
        browser.press("Cancel");
        browser.find("dialog[open] button").click();

        browser.find("main .state[data-state=cancelled]");
    }

    @Test
    @Order(10)
    void a_gateway_that_goes_away_is_told_and_what_is_shown_stays_until_it_is_back() {
        open("/");
        browser.reads("second");

        killAgainAndAgain("gateway");

        browser.reads("The server has not answered");
        assertThat(browser.holds("second")).isTrue();
        browser.gone("The server has not answered");
        assertThat(browser.holds("second")).isTrue();
    }

    @Test
    @Order(11)
    void a_study_that_is_not_there_is_said_to_be_so() {
        open("/studies/00000000000000000000");

        browser.reads("There is no such study");
    }

    @Test
    @Order(12)
    void logging_out_leaves_nothing_to_see() {
        open("/");
        browser.press("Log out");
        browser.find("input[type=password]");

        open("/studies/" + first);

        browser.find("input[type=password]");
        assertThat(browser.holds("second")).isFalse();
        assertFit("login");
    }

    /** So that it is away for longer than the page waits between two looks. */
    private void killAgainAndAgain(String service) {
        for (int i = 0; i < 3; i++) {
            chain.kill(service);
        }
    }

    private void open(String place) {
        browser.go(chain.page().resolve("/") + "#" + place);
    }

    /** In light, dark and at a phone's width: pictures, no barrier, no complaint, nothing beside the window. */
    private void assertFit(String name) {
        browser.picture(name + "-light");
        assertThat(browser.barriers()).as(name + ", light").isEmpty();
        browser.dark(true);
        browser.picture(name + "-dark");
        assertThat(browser.barriers()).as(name + ", dark").isEmpty();
        browser.dark(false);
        browser.phone(PHONE);
        browser.picture(name + "-phone");
        assertThat(browser.overflows()).as(name + " at a phone's width").isFalse();
        browser.desk();
        assertThat(browser.complaints()).as(name).isEmpty();
    }

    private static String study(String name, String seeds) {
        return """
                name: "%s"
                recipe: imp-rewinding
                network: lenet-300-100
                dataset: strokes
                seeds: [%s]
                rewind: [0it, 20it]
                levels: 2
                training: {end: 60it, trainExamples: 2000}
                """.formatted(name, seeds);
    }
}
