-- Who asks, and whose a study is.

create table api_key (
    id        text        primary key,
    user_name text        not null,
    role      text        not null check (role in ('viewer', 'researcher', 'operator', 'worker')),
    hash      text        not null unique,
    made      timestamptz not null default now(),
    expires   timestamptz,
    revoked   timestamptz,
    origin    text        unique
);

comment on column api_key.hash is 'SHA-256 of the key; the key itself is kept nowhere';
comment on column api_key.origin is 'the environment variable that gave the key; null for one that was made over the API';

-- What the gateway reads: the keys that open something now.
create view valid_key as
select hash, user_name, role from api_key where revoked is null and (expires is null or expires > now());

-- With a default, so that the version before this one can go on beside it while it is replaced.
alter table study add column owner text not null default 'operator';

create index study_owner on study (owner, number);
