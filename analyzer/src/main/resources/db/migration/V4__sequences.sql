-- The number of the newest record of an attempt, so that one that comes again, out of order, changes nothing.

alter table attempt add column sequence bigint not null default -1;
