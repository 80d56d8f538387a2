-- What the analyzer has found out. A row is known by what it is about; a newer attempt's row takes its place.

-- The newest attempt of a trial seen in each stream of records. One row per stream, because order is kept within a
-- stream only: telemetry that lags behind the events of the next attempt is late, not stale.
create table results.attempt (
    trial text not null,
    stream text not null,
    attempt int not null,
    primary key (trial, stream)
);

-- One row per iteration; the arrays run along layers. Null: not finite.
create table results.telemetry (
    trial text not null,
    iteration int not null,
    attempt int not null,
    loss double precision,
    learning_rate double precision not null,
    weight_mean_magnitude double precision,
    gradient_mean_magnitude double precision,
    gradient_l2 double precision,
    signs_changed double precision not null,
    distance double precision,
    cosine double precision,
    layers text[] not null,
    layer_weight_mean_magnitude double precision[] not null,
    layer_gradient_mean_magnitude double precision[] not null,
    layer_gradient_l2 double precision[] not null,
    layer_signs_changed double precision[] not null,
    layer_distance double precision[] not null,
    layer_cosine double precision[] not null,
    primary key (trial, iteration)
);

create table results.evaluation (
    trial text not null,
    iteration int not null,
    attempt int not null,
    accuracy double precision not null,
    loss double precision,
    examples int not null,
    primary key (trial, iteration)
);

create table results.checkpoint (
    trial text not null,
    iteration int not null,
    attempt int not null,
    key text not null,
    sha256 text not null,
    bytes bigint not null,
    purpose text not null,
    at timestamptz not null,
    primary key (trial, iteration)
);

-- Over the weights that survive. Tensor '*': all prunable tensors pooled. start_ and initial_ compare with the weights
-- at the trial's begin and with those at moment 0.
create table results.tensor_statistics (
    trial text not null,
    iteration int not null,
    tensor text not null,
    attempt int not null,
    prunable boolean not null,
    count bigint not null,
    zeros bigint not null,
    non_finite bigint not null,
    mean double precision not null,
    standard_deviation double precision not null,
    mean_magnitude double precision not null,
    l1 double precision not null,
    l2 double precision not null,
    minimum double precision not null,
    maximum double precision not null,
    skewness double precision not null,
    excess_kurtosis double precision not null,
    positive_share double precision not null,
    quantiles double precision[] not null,
    histogram_lower double precision not null,
    histogram_upper double precision not null,
    histogram bigint[] not null,
    start_signs_changed double precision,
    start_distance double precision,
    start_cosine double precision,
    initial_signs_changed double precision,
    initial_distance double precision,
    initial_cosine double precision,
    primary key (trial, iteration, tensor)
);

-- Tensor '*': the whole mask. The threshold is the whole mask's alone.
create table results.mask_statistics (
    trial text not null,
    tensor text not null,
    attempt int not null,
    size bigint not null,
    survivors bigint not null,
    density double precision not null,
    threshold double precision,
    collapsed boolean not null,
    hamming_to_parent bigint,
    jaccard_to_parent double precision,
    primary key (trial, tensor)
);
