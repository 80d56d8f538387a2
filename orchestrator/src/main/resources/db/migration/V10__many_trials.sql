-- What is looked for every few seconds, found without reading a hundred thousand trials and their checkpoints each time.

create index checkpoint_recovery on checkpoint (trial) where purpose = 'recovery';
create index trial_state on trial (state);
