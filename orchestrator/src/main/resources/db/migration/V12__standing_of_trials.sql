-- How the trials of each study on a page stand, read from an index alone: the rows themselves lie all over the table.

create index trial_standing on trial (id) include (state, iteration, begin_iteration, end_iteration, rate);
