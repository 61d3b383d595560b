-- What the impact report knows beforehand: a copy of what decides about each room, and figures by day made of it. All
-- of it can be made again from the relations it was read from; nothing here is anybody's only record.

-- How far the copy of an organization's rooms is; one row an organization.
create table impact_mirror (
  organization_id bigint primary key,
  -- the last room that was read, in the order of (updated_at, id)
  read_to_at timestamptz not null default '-infinity',
  read_to_id uuid not null default '00000000-0000-0000-0000-000000000000',
  -- the copy equals the rooms as they stood then; absent while it is being filled
  fresh_as_of timestamptz,
  -- why it cannot be used although it is filled; absent when it can
  unusable text,
  -- where the rolling recount stands, in the same order, and when this round of it began
  swept_to_at timestamptz not null default '-infinity',
  swept_to_id uuid not null default '00000000-0000-0000-0000-000000000000',
  sweep_began_at timestamptz,
  -- digest of the local clock and the windows that the days were counted by; absent before any was
  clock text,
  -- digest of the business hours that the days were counted by
  hours text,
  -- whether the activity logs could tell moods, and turns
  moods boolean not null default false,
  turns boolean not null default false,
  -- how many rooms the copy holds
  rooms bigint not null default 0
);

-- The copy: the deciding columns of every room, as in the relation it is read from.
create table impact_room (
  organization_id bigint not null,
  id uuid not null,
  contact_id bigint,
  channel text,
  ai_agent_id uuid,
  assign_channel_agent_id bigint,
  created_at timestamptz,
  closed_at timestamptz,
  closed_reason text,
  updated_at timestamptz not null,
  -- of a room the AI resolved alone: from its close to the contact's next room, if within 30 days
  returned_after interval,
  primary key (organization_id, id)
);

-- serves the rooms of a stretch of days
create index impact_room_by_close on impact_room (organization_id, closed_at);
-- serves the comebacks that a changed room decides
create index impact_room_by_contact on impact_room (organization_id, contact_id, created_at) where contact_id is not null;
-- serves the rolling recount
create index impact_room_by_update on impact_room (organization_id, updated_at, id);
-- serves the date the AI began
create index impact_room_by_ai_start on impact_room (organization_id, created_at) where ai_agent_id is not null;

-- What the activity logs say about the rooms of the copy; as there, a room may have none, or several.
create table impact_log (
  organization_id bigint not null,
  room_id uuid not null,
  sentiment_start numeric,
  sentiment_end numeric,
  turns numeric
);

-- serves the logs of some rooms
create index impact_log_by_room on impact_log (organization_id, room_id);

-- The days that are counted. A day that is not here is counted from the copy when it is asked for.
create table impact_day (
  organization_id bigint not null,
  -- local date
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (organization_id, day)
);

-- serves the day of a close
create index impact_day_by_start on impact_day (organization_id, starts_at);

-- The rooms with an AI agent that closed on a day, as if all were settled: what is not yet is told by the day.
create table impact_day_count (
  organization_id bigint not null,
  day date not null,
  -- true for the sum over all channels and agents, false for one channel and agent
  whole boolean not null,
  channel text,
  ai_agent_id uuid,
  contained int not null,
  returned int not null,
  attached int not null,
  unresolved int not null,
  -- those of them that were created outside business hours
  contained_late int not null,
  returned_late int not null,
  attached_late int not null,
  unresolved_late int not null,
  -- resolved rooms whose contact came back within each window of the curve, in its order
  returned_within int[] not null,
  foreign key (organization_id, day) references impact_day on delete cascade
);

create index impact_day_count_of_day on impact_day_count (organization_id, day, whole);

-- Every room that closed on a day, by outcome and by how long it took.
create table impact_day_length (
  organization_id bigint not null,
  day date not null,
  whole boolean not null,
  channel text,
  ai_agent_id uuid,
  outcome text not null,
  conversations int not null,
  -- how many of them have a length
  timed int not null,
  -- the lengths in microseconds, eight bytes each; absent where there are too many ever to be needed one by one
  lengths bytea,
  -- the same as a histogram: two bytes for the bucket, four for how many
  buckets bytea,
  foreign key (organization_id, day) references impact_day on delete cascade
);

create index impact_day_length_of_day on impact_day_length (organization_id, day, whole);

-- How the mood changed in the rooms with an AI agent.
create table impact_day_mood (
  organization_id bigint not null,
  day date not null,
  whole boolean not null,
  channel text,
  ai_agent_id uuid,
  -- sum of end minus start
  change numeric not null,
  conversations int not null,
  foreign key (organization_id, day) references impact_day on delete cascade
);

create index impact_day_mood_of_day on impact_day_mood (organization_id, day, whole);

-- How many of the contained rooms took how many turns.
create table impact_day_turn (
  organization_id bigint not null,
  day date not null,
  whole boolean not null,
  channel text,
  ai_agent_id uuid,
  turns numeric not null,
  conversations int not null,
  foreign key (organization_id, day) references impact_day on delete cascade
);

create index impact_day_turn_of_day on impact_day_turn (organization_id, day, whole);

-- No statistics of the organization, on purpose: one that they have not seen yet would be taken for one with a single
-- room, for which any index will do.
alter table impact_room alter column organization_id set statistics 0;
alter table impact_log alter column organization_id set statistics 0;
alter table impact_day alter column organization_id set statistics 0;
alter table impact_day_count alter column organization_id set statistics 0;
alter table impact_day_length alter column organization_id set statistics 0;
alter table impact_day_mood alter column organization_id set statistics 0;
alter table impact_day_turn alter column organization_id set statistics 0;

-- Which instance does what only one may do at a time.
create table shedlock (
  name text primary key,
  -- both in UTC, by the database's clock
  lock_until timestamp not null,
  locked_at timestamp not null,
  locked_by text not null
);
