-- Since when a trial has been ready, whoever made it so: the age of the queue is that of its oldest trial. An offer that
-- nobody claimed does not make it younger.
alter table trial add column ready_since timestamptz;

update trial set ready_since = now() where state in ('ready', 'dispatched');

create function trial_becomes_ready() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' or old.state not in ('ready', 'dispatched') then
        new.ready_since := greatest(now(), new.not_before);
    end if;
    return new;
end
$$;

create trigger trial_becomes_ready before insert or update of state on trial
    for each row when (new.state = 'ready') execute function trial_becomes_ready();
