-- What only the customer knows about the impact report. Every version is kept; the highest one stands.
create table impact_assumption (
  organization_id bigint not null,
  -- 'cost' or 'settings'
  kind text not null,
  -- counted from 1
  version bigint not null check (version > 0),
  -- as it was set; minutes, whole rupiah, local times and local dates by name
  document jsonb not null,
  -- the actor's id
  set_by text not null,
  set_at timestamptz not null,
  -- serves the version that stands, and the history newest first
  primary key (organization_id, kind, version)
);
