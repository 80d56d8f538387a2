-- Who is charged with a trial, and how many slots are wanted.

alter table trial add column charged_to text;

comment on column trial.charged_to is 'the owner of the study for which it was last offered; of several, the one with most claim';

create index trial_charged on trial (charged_to) where state in ('dispatched', 'running');

-- One row: how many slots there is work for now, the trials at work included. What scales the workers reads this.
create view demand as
select count(distinct trial) as slots
from (
    select st.trial, s.max_parallel,
           row_number() over (partition by st.study order by t.state = 'ready', t.number) as place
    from study s
    join study_trial st on st.study = s.id
    join trial t on t.id = st.trial
    where not s.cancelled and t.state in ('ready', 'dispatched', 'running')
) wanted
where place <= max_parallel;
