package dev.earlyphase.gateway.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills the tables of a study of perturbations as large as the aim in docs has it: 10,000 trials, 4,000,000 iterations. */
final class Rows {
    static final String PERTURBED = "perturbed";
    /** 19 variants at 2 rewinding points and 12 levels, of 20 seeds, with 3 chains of the trunk: 9,860; 140 more seeds. */
    private static final String PERTURBED_TRIALS = """
            select lpad(to_hex(row_number() over ()), 64, '0') as id, seed, level, rewind, family, variant,
                row_number() over () as position
            from (
                select seed, 0 as level, null as rewind, null as family, null as variant from generate_series(0, 159) seed
                union all
                select seed, level, rewind, null, null from generate_series(0, 19) seed, generate_series(1, 12) level,
                    unnest(array['0it', '500it', '2000it']) rewind
                union all
                select seed, level, rewind, case when variant < 8 then 'shuffles' else 'noise' end,
                    case when variant < 8 then 'shuffle-kind' || chr(97 + variant) else 'noise:' || variant end
                from generate_series(0, 19) seed, generate_series(1, 12) level, unnest(array['500it', '2000it']) rewind,
                    generate_series(0, 18) variant) roles""";

    private Rows() {}

    static void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            study(connection, PERTURBED, PERTURBED_TRIALS);
            statement.execute("""
                    insert into results.telemetry
                    select trial, i, 1, 2.3 / (1 + i / 300.0) + 0.05 * sin(i * 7.0), 0.1, 0.05, 0.001, 1 + 0.1 * sin(i), i / 8000.0,
                        i / 100.0, 1 - i / 8000.0, '{a,b,c,d}', '{1,1,1,1}', '{1,1,1,1}', '{1,1,1,1}', '{0,0,0,0}', '{1,1,1,1}',
                        '{1,1,1,1}', '{w1,w2,w3,w4,w5,w6,w7,w8,w9,w10}', array_fill(0.1 + i / 40000.0::double precision, array[10])
                    from study.study_trial cross join generate_series(0, 999) i where position <= 4000 order by trial, i""");
            statement.execute("""
                    insert into results.evaluation
                    select trial, i, 1, 0.9 - 0.8 / (1 + i / 200.0), 1, 10000
                    from study.study_trial cross join (select distinct round(10 ^ (d / 10.0))::int as i from generate_series(0, 47) d) e""");
            statement.execute("""
                    insert into results.end_comparison
                    select trial, i, '*', 1, 0.1, 10, 0.5
                    from study.study_trial cross join (select distinct round(10 ^ (d / 10.0))::int as i from generate_series(0, 36) d) e
                    where level = 0""");
            statement.execute("""
                    insert into results.measurement
                    select trial, 500, 'effective-standard-deviation', tensor, 1, array[0.01 * length(variant)]
                    from study.study_trial cross join unnest(array['*', 'a', 'b', 'c', 'd']) tensor where family is not null""");
            statement.execute("vacuum analyze");
        }
    }

    private static void study(Connection connection, String study, String trials) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into study.study (id, name, request, priority, max_parallel) values ('" + study
                    + "', 'benchmark', '{}', 0, 1)");
            statement.execute("create temporary table role as " + trials);
            statement.execute("""
                    insert into study.trial (id, spec, observations, begin_iteration, end_iteration, state, result, provenance)
                    select id, jsonb_build_object('network', 'resnet-20', 'dataset', 'cifar-10', 'seed', seed, 'training',
                            jsonb_build_object('end', '62560it', 'batchSize', 128, 'learningRate', 0.1, 'momentum', 0.9)),
                        '{}', case rewind when '500it' then 500 when '2000it' then 2000 else 0 end, 62560, 'completed',
                        jsonb_build_object('testAccuracy', 0.92 - level * 0.001 - seed * 0.0001, 'testLoss', 0.4, 'survivors',
                            round(270896 * 0.8 ^ level), 'prunable', 270896, 'weightsSha256', repeat('ab', 32)),
                        jsonb_build_object('worker', 'w', 'engine', 'torch 2.10', 'device', 'cpu', 'threads', 2, 'dataSha256',
                            repeat('ab', 32), 'dataLabel', 'CIFAR-10')
                    from role""");
            statement.execute(
                    "insert into study.study_trial (study, position, trial, seed, level, rewind, family, variant)"
                            + " select '" + study + "', position, id, seed, level, rewind, family, variant from role");
            statement.execute("drop table role");
        }
    }
}
