-- Studies, the trials that they share, and what has become of each. Written by the orchestrator alone.

create table study (
    id           text        primary key,
    number       bigint      not null generated always as identity unique,
    name         text        not null,
    request      jsonb       not null,
    priority     int         not null,
    max_parallel int         not null,
    cancelled    boolean     not null default false,
    submitted    timestamptz not null default now()
);

-- The number is a trial's age: an earlier level of a study is older than a later one.
create table trial (
    id              text    collate "C" primary key,
    number          bigint  not null generated always as identity unique,
    spec            jsonb   not null,
    observations    jsonb   not null,
    begin_iteration int     not null,
    end_iteration   int     not null,
    state           text    not null check (state in ('waiting', 'ready', 'dispatched', 'running', 'completed',
                                                      'diverged', 'failed', 'blocked', 'cancelled')),
    reason          text,
    attempt         int     not null default 0,
    ended_attempt   int     not null default 0,
    failures        int     not null default 0,
    not_before      timestamptz,
    dispatched      timestamptz,
    lease_until     timestamptz,
    worker          text,
    asked           jsonb,
    iteration       int     not null default 0,
    rate            double precision,
    started         timestamptz,
    ended           timestamptz,
    mask            jsonb,
    result          jsonb,
    provenance      jsonb
);

comment on column trial.attempt is 'how often it was claimed; the fencing token of the latest claim';
comment on column trial.ended_attempt is 'the latest attempt whose end is on record, so that a second report of it changes nothing';
comment on column trial.failures is 'attempts that failed or lost their lease since it was submitted or retried';
comment on column trial.asked is 'the observations that the latest claim was told';

create index trial_in_progress on trial (state) where state in ('waiting', 'ready', 'dispatched', 'running');
create index trial_ended_badly on trial (state) where state in ('diverged', 'failed', 'blocked', 'cancelled');

-- A trial in a study; the position orders by level, seed, rewinding point.
create table study_trial (
    study    text   not null references study,
    position int    not null,
    trial    text   collate "C" not null references trial,
    seed     bigint not null,
    level    int    not null,
    rewind   text,
    primary key (study, position),
    unique (trial, study)
);

-- The child begins once the parent is completed and its checkpoint at the iteration exists.
create table dependency (
    child     text collate "C" not null references trial,
    parent    text collate "C" not null references trial,
    iteration int  not null,
    primary key (child, parent, iteration)
);

create index dependency_parent on dependency (parent);

create table checkpoint (
    trial     text        collate "C" not null references trial,
    iteration int         not null,
    attempt   int         not null,
    purpose   text        not null check (purpose in ('observed', 'recovery')),
    weights   jsonb       not null,
    momentum  jsonb,
    mask      jsonb,
    at        timestamptz not null,
    primary key (trial, iteration)
);

-- Records that wait for Kafka, written in the transaction that decided on them.
create table outbox (
    number  bigint      not null generated always as identity primary key,
    topic   text        not null,
    key     text        not null,
    payload text        not null,
    created timestamptz not null default now()
);

create index outbox_key on outbox (key);

create table worker (
    name      text        primary key,
    engine    text        not null,
    slots     int         not null,
    accepting boolean     not null,
    last_seen timestamptz not null
);

-- What others may read: every trial of every study with its outcome.
create view study_result as
select st.study                                        as study_id,
       st.trial                                        as trial_id,
       st.seed,
       st.level,
       st.rewind,
       t.state,
       t.spec ->> 'network'                            as network,
       t.spec ->> 'dataset'                            as dataset,
       t.provenance ->> 'dataLabel'                    as data_label,
       (t.result ->> 'testAccuracy')::double precision as test_accuracy,
       (t.result ->> 'testLoss')::double precision     as test_loss,
       (t.result ->> 'survivors')::bigint              as survivors,
       (t.result ->> 'prunable')::bigint               as prunable,
       t.begin_iteration,
       t.end_iteration
from study_trial st
join trial t on t.id = st.trial;
