-- How much of what it may ask for in a minute each organization has used; one row for each kind of request.
create table limit_window (
  organization_id bigint not null,
  -- 'drafts', 'previews' or 'requests'
  kind text not null,
  -- when the first request of the minute came; the minute is over 60 seconds later
  starts_at timestamptz not null,
  -- requests of this minute that instances were given to let through
  taken int not null check (taken >= 0),
  -- how many of them the latest statement gave: what it answers, since it cannot answer what stood before
  granted int not null,
  primary key (organization_id, kind)
);
