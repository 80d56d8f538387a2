-- What the further experiments find out.

-- The single weights that are followed; the same names in every row of a trial.
alter table results.telemetry add column traced text[] not null default '{}';
alter table results.telemetry add column traced_values double precision[] not null default '{}';

-- What probes, perturbations and paths found out; docs/measurements.md lists the names. Null: not finite.
create table results.measurement (
    trial text not null,
    iteration int not null,
    name text not null,
    tensor text not null,
    attempt int not null,
    measured double precision[] not null,
    primary key (trial, iteration, name, tensor)
);

-- The mask that the weights were trained under. Null for a dense trial.
alter table results.checkpoint add column mask_key text;
alter table results.checkpoint add column mask_sha256 text;
alter table results.checkpoint add column mask_bytes bigint;

-- Snapshots against the end of training, computed once that exists. Tensor '*': all prunable tensors pooled.
create table results.end_comparison (
    trial text not null,
    iteration int not null,
    tensor text not null,
    attempt int not null,
    signs_changed double precision not null,
    distance double precision not null,
    cosine double precision not null,
    primary key (trial, iteration, tensor)
);

-- The mask that global magnitude pruning to a density would draw from a snapshot, against that of the snapshot before
-- and that of the end: share of the prunable weights that survive in just one of the two.
create table results.mask_convergence (
    trial text not null,
    iteration int not null,
    density double precision not null,
    attempt int not null,
    to_previous double precision,
    to_end double precision not null,
    primary key (trial, iteration, density)
);

-- A mask as bits, all its tensors one after another, so that any two can be compared in a query.
create table results.mask_bits (
    trial text not null,
    attempt int not null,
    bits bit varying not null,
    primary key (trial)
);

-- Are the weights independent? Null where it does not apply. ks_distance: to the normal of their mean and deviation.
-- filter_eigenvalue: the largest of the correlations between filters; filter_edge: the Marchenko-Pastur edge.
alter table results.tensor_statistics add column ks_distance double precision;
alter table results.tensor_statistics add column filter_eigenvalue double precision;
alter table results.tensor_statistics add column filter_edge double precision;

-- Multiplications of a forward pass of one image, with all weights and with the survivors.
alter table results.mask_statistics add column multiplications bigint;
alter table results.mask_statistics add column multiplications_left bigint;
