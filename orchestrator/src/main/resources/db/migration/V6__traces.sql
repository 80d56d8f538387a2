-- Where the trace of a study goes on: its trials are offered long after its submission has been answered.
alter table study add column traceparent text;
alter table outbox add column traceparent text;

comment on column study.traceparent is 'the span of its submission as the W3C header of this name; null while traces are off';
comment on column outbox.traceparent is 'goes with the record as the header of this name';
