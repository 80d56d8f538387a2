-- What attempts before the one that brought the result left in the store, and no row names, is deleted once.

alter table trial add column swept int not null default 0;

comment on column trial.swept is 'up to which attempt that has been done; 0: not yet';

create index trial_unswept on trial (ended) where swept = 0 and state in ('completed', 'diverged');
