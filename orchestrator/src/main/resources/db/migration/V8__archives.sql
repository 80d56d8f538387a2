-- Imports under way. What an archive brings is stored under attempts that nobody else counts: they are entered in
-- `forgotten` first, so that a trial which a study asks for meanwhile goes on counting after them.
create table import (
    id    text        primary key,
    study text        not null,
    owner text        not null,
    begun timestamptz not null default now()
);

create table import_trial (
    import text not null references import on delete cascade,
    trial  text collate "C" not null,
    before int  not null,
    last   int  not null,
    primary key (import, trial),
    unique (trial)
);

comment on column import_trial.before is 'attempts counted here before; attempt 1 of the archive is the one after';
comment on column import_trial.last is 'the last attempt of the archive, as it is numbered here';
