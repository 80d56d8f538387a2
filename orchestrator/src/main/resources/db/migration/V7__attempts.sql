-- What became of every attempt at a trial; the trial itself knows only its latest.

create table attempt (
    trial     text        collate "C" not null references trial,
    number    int         not null,
    worker    text        not null,
    engine    text,
    device    text,
    began     timestamptz not null,
    resumed   int,
    ended     timestamptz,
    outcome   text        check (outcome in ('completed', 'diverged', 'failed', 'released', 'lost', 'cancelled')),
    cause     text,
    iteration int,
    primary key (trial, number),
    check ((ended is null) = (outcome is null))
);

comment on column attempt.resumed is 'the iteration at which an earlier attempt had left off; null when it began at the begin';
comment on column attempt.iteration is 'reached at its end; null while it runs, and where nobody knows';

create index attempt_running on attempt (trial) where ended is null;

-- Of trials from before this table the latest attempt is known, if it runs or brought the outcome.
insert into attempt (trial, number, worker, engine, device, began, ended, outcome, cause, iteration)
select id, attempt, worker, provenance ->> 'engine', provenance ->> 'device', started,
       case when state <> 'running' then coalesce(ended, now()) end, nullif(state, 'running'), reason,
       case when state <> 'running' then iteration end
from trial
where attempt > 0 and worker is not null and started is not null
  and state in ('running', 'completed', 'diverged', 'failed', 'cancelled');
