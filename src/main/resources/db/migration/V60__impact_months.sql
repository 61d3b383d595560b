-- The lengths and the turns of whole months, beside those of their days: a long period adds up a few months and the days
-- at its ends.

-- Whether the sums of its month hold the day. One that is counted again is not held by them until they are made again,
-- whoever took it away; sums are used only where they hold every day of the month.
alter table impact_day add column in_month boolean not null default false;

-- serves adding up the months that have become whole
create index impact_day_out_of_month on impact_day (organization_id, day) where not in_month;

-- The sums over the days of a month of what impact_day_length has.
create table impact_month_length (
  organization_id bigint not null,
  -- the first day of the month
  month date not null,
  whole boolean not null,
  channel text,
  ai_agent_id uuid,
  outcome text not null,
  conversations int not null,
  timed int not null,
  buckets bytea
);

create index impact_month_length_of_month on impact_month_length (organization_id, month, whole);

alter table impact_month_length alter column organization_id set statistics 0;

-- The sums over the days of a month of what impact_day_turn has.
create table impact_month_turn (
  organization_id bigint not null,
  month date not null,
  whole boolean not null,
  channel text,
  ai_agent_id uuid,
  turns numeric not null,
  conversations int not null
);

create index impact_month_turn_of_month on impact_month_turn (organization_id, month, whole);

alter table impact_month_turn alter column organization_id set statistics 0;
