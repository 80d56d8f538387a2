-- What every recipe of the paper needs beside pruning and rewinding.

alter table study_trial add column family text;
alter table study_trial add column variant text;

comment on column study_trial.family is 'what the figure groups trials by, such as a task or a pruning rule; null for the trunk';
comment on column study_trial.variant is 'what was done to the trial, such as noise:0.5 or 10ep';

alter table trial add column verification jsonb;

comment on column trial.verification is 'its latest repetition from the begin, and whether it came to the same weights';

alter table trial add column observed jsonb;
alter table trial add column fresh_after int not null default 0;

comment on column trial.observed is 'the observations that the attempt of its result was told: what there is to see of it';
comment on column trial.fresh_after is 'checkpoints of attempts up to this one are no places to resume from';

update trial set observed = asked where result is not null;

-- Trials that were deleted, so that one that is asked for again goes on counting its attempts.
create table forgotten (
    trial   text collate "C" primary key,
    attempt int not null
);

create index study_trial_trial on study_trial (trial);

drop view study_result;

-- What others may read: every trial of every study with its outcome.
create view study_result as
select st.study                                        as study_id,
       st.trial                                        as trial_id,
       st.position,
       st.seed,
       st.level,
       st.rewind,
       st.family,
       st.variant,
       t.state,
       t.spec ->> 'network'                            as network,
       t.spec ->> 'dataset'                            as dataset,
       t.spec -> 'training'                            as training,
       t.provenance ->> 'dataLabel'                    as data_label,
       (t.result ->> 'testAccuracy')::double precision as test_accuracy,
       (t.result ->> 'testLoss')::double precision     as test_loss,
       (t.result ->> 'survivors')::bigint              as survivors,
       (t.result ->> 'prunable')::bigint               as prunable,
       t.begin_iteration,
       t.end_iteration,
       t.spec,
       t.provenance,
       t.result,
       t.started,
       t.ended
from study_trial st
join trial t on t.id = st.trial;
