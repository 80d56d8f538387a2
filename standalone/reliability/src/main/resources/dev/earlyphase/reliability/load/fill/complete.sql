-- What is known of the trials of study load.study when they are completed, as workers, orchestrator and analyzer write
-- it. Noise comes from a trial's id, so that it is the same each time.
create temporary table fresh on commit drop as
select t.id, t.begin_iteration as first, t.end_iteration as last, t.observations, st.level,
       ('x' || substr(t.id, 1, 7))::bit(28)::int / 268435456.0 as noise,
       round(266200 * power(0.8, st.level))::bigint as survivors
from study.study_trial st join study.trial t on t.id = st.trial
where st.study = current_setting('load.study') and t.state <> 'completed';

update study.trial t
set state = 'completed', attempt = 1, ended_attempt = 1, asked = t.observations, observed = t.observations,
    iteration = t.end_iteration, reason = null, not_before = null, dispatched = null, lease_until = null, rate = null,
    worker = 'load', charged_to = 'operator', started = now() - interval '30 s', ended = now(),
    mask = case when f.level > 0 then jsonb_build_object('key', 'trials/' || t.id || '/attempt-1/mask.safetensors',
                                                        'sha256', md5(t.id || 'mask') || md5('mask' || t.id),
                                                        'bytes', 266712) end,
    result = jsonb_build_object(
        'iteration', t.end_iteration, 'testAccuracy', 0.985 - 0.0005 * f.level - 0.004 * f.noise,
        'testLoss', 0.07 + 0.01 * f.noise, 'trainLoss', 0.01 * f.noise, 'seconds', 25 + 5 * f.noise,
        'iterationsRun', t.end_iteration - t.begin_iteration, 'weightsSha256', md5(t.id) || md5('weights' || t.id),
        'survivors', f.survivors, 'prunable', 266200),
    provenance = jsonb_build_object(
        'worker', 'load', 'engine', 'torch 2.10', 'device', 'cpu', 'threads', 1, 'dataSha256', repeat('ab', 32),
        'dataLabel', 'MNIST', 'details', jsonb_build_object('precision', 'fp32'), 'build', '0.1.0')
from fresh f where f.id = t.id;

insert into study.attempt (trial, number, worker, engine, device, began, ended, outcome, iteration)
select id, 1, 'load', 'torch 2.10', 'cpu', now() - interval '30 s', now(), 'completed', last from fresh
on conflict do nothing;

create temporary table kept on commit drop as
select f.id as trial, i as iteration, 'trials/' || f.id || '/attempt-1/' || i || 'it.safetensors' as key,
       md5(f.id || i) || md5(i || f.id) as sha256, case when f.level > 0 then true else false end as masked
from fresh f cross join lateral (
    select f.first as i union select f.last union select jsonb_array_elements(f.observations -> 'checkpoints')::int) at;

insert into study.checkpoint (trial, iteration, attempt, purpose, weights, at)
select trial, iteration, 1, 'observed', jsonb_build_object('key', key, 'sha256', sha256, 'bytes', 1067720), now()
from kept on conflict do nothing;

insert into results.checkpoint (trial, iteration, attempt, key, sha256, bytes, purpose, at)
select trial, iteration, 1, key, sha256, 1067720, 'observed', now() from kept on conflict do nothing;

insert into results.attempt (trial, stream, attempt)
select id, stream, 1 from fresh cross join unnest(array['EVENTS', 'TELEMETRY']) stream on conflict do nothing;

insert into results.evaluation (trial, iteration, attempt, accuracy, loss, examples)
select id, i, 1, 0.98 - 0.8 / (1 + i / 200.0) - 0.004 * noise, 0.07, 10000
from fresh cross join (select distinct round(10 ^ (d / 5.0))::int as i from generate_series(0, 18) d) at
where i between first and last on conflict do nothing;

insert into results.tensor_statistics (trial, iteration, tensor, attempt, prunable, count, zeros, non_finite, mean,
    standard_deviation, mean_magnitude, l1, l2, minimum, maximum, skewness, excess_kurtosis, positive_share, quantiles,
    histogram_lower, histogram_upper, histogram)
select f.id, i, tensor, 1, true, f.survivors, 0, 0, 0.001, 0.05, 0.04, 9000, 25, -0.4, 0.4, 0.1, 0.5, 0.51,
    array_fill(0.05::double precision, array[11]), -0.4, 0.4, array_fill(2600::bigint, array[64])
from fresh f cross join lateral unnest(array[f.first, f.last]) i
cross join unnest(array['*', 'fc_layers.0.weight', 'fc_layers.1.weight', 'fc.weight']) tensor on conflict do nothing;

insert into results.mask_statistics (trial, tensor, attempt, size, survivors, density, collapsed)
select id, tensor, 1, 266200, survivors, survivors / 266200.0, false
from fresh cross join unnest(array['*', 'fc_layers.0.weight', 'fc_layers.1.weight', 'fc.weight']) tensor
where level > 0 on conflict do nothing;

insert into results.end_comparison (trial, iteration, tensor, attempt, signs_changed, distance, cosine)
select k.trial, k.iteration, tensor, 1, 0.1, 10, 0.5
from kept k cross join unnest(array['*', 'fc_layers.0.weight', 'fc_layers.1.weight', 'fc.weight']) tensor
where not k.masked on conflict do nothing;
