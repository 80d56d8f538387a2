package dev.earlyphase.cli.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MonitoringTest {
    private static final Path RUNBOOKS = MonitoringFiles.ROOT.resolve("docs/runbooks");

    static List<Dashboard> dashboards() {
        return MonitoringFiles.dashboards();
    }

    @Test
    void the_dashboards_are_those_of_the_documentation_and_have_ids_of_their_own() throws IOException {
        assertThat(dashboards())
                .extracting(Dashboard::file)
                .containsExactly("fleet.json", "pipeline.json", "services.json", "studies.json");
        assertThat(dashboards())
                .extracting(dashboard -> dashboard.json().get("uid").asText())
                .doesNotHaveDuplicates();
        String documentation = Files.readString(MonitoringFiles.ROOT.resolve("docs/monitoring.md"));
        assertThat(dashboards()).allSatisfy(dashboard -> assertThat(documentation)
                .contains("*" + dashboard.json().get("title").asText() + "*"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void every_panel_has_an_id_a_description_and_a_unit(Dashboard dashboard) {
        assertThat(dashboard.panels())
                .extracting(panel -> panel.get("id").asInt())
                .doesNotHaveDuplicates();
        assertThat(dashboard.views()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.at("/description").asText()).isNotBlank();
            assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
            assertThat(panel.get("targets").size()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void data_comes_from_the_provisioned_sources(Dashboard dashboard) {
        Set<JsonNode> provisioned = MonitoringFiles.each(
                        MonitoringFiles.yaml("grafana/provisioning/datasources/earlyphase.yml")
                                .get("datasources"))
                .map(source -> source.get("uid"))
                .collect(Collectors.toSet());

        assertThat(dashboard.json().findValues("datasource")).isNotEmpty().allSatisfy(source -> assertThat(provisioned)
                .contains(source.get("uid")));
    }

    /** The check script finds them so, without a parser. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void every_expression_stands_on_a_line_of_its_own(Dashboard dashboard) throws IOException {
        Path file = MonitoringFiles.ROOT.resolve("deploy/monitoring/grafana/dashboards/" + dashboard.file());

        assertThat(Files.readAllLines(file).stream().filter(line -> line.matches(" *\"expr\": \".*\",?")))
                .hasSameSizeAs(dashboard.expressions());
    }

    @Test
    void every_alert_has_a_severity_and_a_page_and_every_page_an_alert() {
        List<JsonNode> alerts =
                MonitoringFiles.rules().filter(rule -> rule.has("alert")).toList();

        assertThat(alerts).allSatisfy(alert -> {
            String name = alert.get("alert").asText();
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(alert.at("/annotations/summary").asText()).as(name).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).as(name).isNotBlank();
            assertThat(alert.at("/annotations/runbook_url").asText()).isEqualTo("docs/runbooks/" + name + ".md");
            assertThat(RUNBOOKS.resolve(name + ".md"))
                    .content()
                    .contains("# " + name, "## What to look at", "## What to do");
        });
        assertThat(MonitoringFiles.filesIn(RUNBOOKS)
                        .map(page -> page.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(alerts.stream()
                        .map(alert -> alert.get("alert").asText() + ".md")
                        .toList());
    }

    @Test
    void every_alert_has_a_test_that_raises_it() {
        String tests = MonitoringFiles.yaml("rules/alerts.test.yml").toString();

        assertThat(MonitoringFiles.rules()
                        .filter(rule -> rule.has("alert"))
                        .map(rule -> "alertname=\\\"" + rule.get("alert").asText() + "\\\""))
                .allMatch(tests::contains);
    }

    @Test
    void every_service_is_scraped_on_its_management_port() {
        var jobs = MonitoringFiles.each(MonitoringFiles.yaml("prometheus.yml").get("scrape_configs"))
                .filter(job -> job.get("metrics_path").asText().equals("/q/metrics"))
                .map(job -> job.at("/dns_sd_configs/0/names/0").asText() + ":" + job.at("/dns_sd_configs/0/port"));

        assertThat(jobs)
                .containsExactlyInAnyOrder("gateway:9080", "orchestrator:9081", "analyzer:9082", "trainer-worker:9083");
    }

    @Test
    void names_of_metrics_are_told_from_functions_labels_and_text() {
        assertThat(Metrics.in("sum by (job) (rate(http_server_requests_seconds_count{uri=\"jvm_x\"}[5m])) > up"))
                .containsExactly("http_server_requests_seconds_count", "up");
        assertThat(Metrics.in("earlyphase:trials:max{state=~\"ready\"}")).containsExactly("earlyphase:trials:max");
    }
}
