package dev.earlyphase.reliability.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.reliability.load.crowd.Scenario;
import dev.earlyphase.reliability.load.fill.Bulk;

/**
 * What there is to see, and how people look at it: mostly at what is new.
 *
 * @param pruned studies of pruning and rewinding, the newest first; likewise the others
 * @param large the studies of some 10,000 trials
 * @param trials that have telemetry
 */
record Sights(
        List<String> pruned, List<String> telemetry, List<String> large, List<String> trials, List<Long> numbers) {
    private static final double PAGE_LIMIT = 100;
    private static final double FIGURE_LIMIT = 1_000;
    private static final String STUDIES = "/api/v1/studies";
    private static final List<String> CONDITIONS =
            List.of("", "", "", "", "&recipe=telemetry", "&text=small%201", "&state=completed", "&state=running");
    private static final int MOST_TRIALS = 500;

    /** Without the collation of the other table's key Postgres would read all of that table, again and again. */
    static Sights of(Home home) {
        try (Connection connection = Bulk.connect(home)) {
            return new Sights(
                    studies(connection, "^(small|middling) "),
                    studies(connection, "^telemetry "),
                    studies(connection, "^large "),
                    texts(connection, """
                            select trial from study.study_trial st where level = 0 and (
                                select 1 from results.telemetry t where t.trial = st.trial collate "default"
                                order by iteration limit 1) is not null limit\s""" + MOST_TRIALS),
                    texts(connection, "select number::text from study.study order by number desc").stream()
                            .map(Long::valueOf)
                            .toList());
        } catch (SQLException e) {
            throw Failure.ofWork("The database cannot be read: " + e.getMessage());
        }
    }

    List<Scenario> scenarios() {
        return List.of(
                new Scenario("page of studies", PAGE_LIMIT, this::pageOfStudies),
                new Scenario("study", PAGE_LIMIT, random -> study(recent(any(random), random))),
                new Scenario("page of trials", PAGE_LIMIT, this::pageOfTrials),
                new Scenario("figure", FIGURE_LIMIT, this::figure),
                new Scenario(
                        "figure of 10,000 trials",
                        FIGURE_LIMIT,
                        random -> study(recent(large, random)) + "/figures/figure-1.json"),
                new Scenario(
                        "curves of a trial",
                        FIGURE_LIMIT,
                        random -> "/api/v1/trials/" + recent(trials, random) + "/telemetry/curves"));
    }

    /** All of that, as it comes. */
    Scenario mixed() {
        var all = scenarios();
        return new Scenario("all of these", 0, random -> all.get(random.nextInt(all.size()))
                .question()
                .path(random));
    }

    /** Large files, each of which is made while it is sent. */
    List<String> downloads() {
        return List.of(
                study(telemetry.getFirst()) + "/telemetry?format=csv",
                study(large.getFirst()) + "/archive?checkpoints=none");
    }

    private String pageOfStudies(RandomGenerator random) {
        String cursor = random.nextBoolean() ? "" : "&cursor=" + recent(numbers, random);
        return STUDIES + "?limit=50" + CONDITIONS.get(random.nextInt(CONDITIONS.size())) + cursor;
    }

    private String pageOfTrials(RandomGenerator random) {
        return random.nextInt(4) == 0
                ? study(recent(large, random)) + "/trials?limit=50&cursor=" + random.nextInt(9_000)
                : study(recent(any(random), random)) + "/trials?limit=50";
    }

    private String figure(RandomGenerator random) {
        return random.nextBoolean()
                ? study(recent(pruned, random)) + "/figures/figure-1.json"
                : study(recent(telemetry, random)) + "/figures/figure-" + (2 + random.nextInt(2)) + ".json";
    }

    private List<String> any(RandomGenerator random) {
        return random.nextInt(3) == 0 ? telemetry : pruned;
    }

    private static String study(String id) {
        return STUDIES + "/" + id;
    }

    /** Half of all looks go to the first eighth. */
    private static <T> T recent(List<T> all, RandomGenerator random) {
        return all.get((int) (all.size() * Math.pow(random.nextDouble(), 3)));
    }

    private static List<String> studies(Connection connection, String name) throws SQLException {
        return texts(connection, "select id from study.study where name ~ '" + name + "' order by number desc");
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
