-- Trials whose statistics an archive brought. They are loaded once, and who waits for them reads it here. A fault says
-- why they could not be.
create table results.imported (
    trial text not null,
    attempt int not null,
    fault text,
    at timestamptz not null default now(),
    primary key (trial, attempt)
);
