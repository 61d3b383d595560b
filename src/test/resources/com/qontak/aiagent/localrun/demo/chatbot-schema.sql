-- The three relations that the chatbot owns and this service only reads.

create table organizations (
  id bigint primary key,
  name text,
  plan text,
  -- {"ai_agent_engine_version": 1 or 2, "time_zone": an IANA name}
  settings jsonb not null default '{}'
);

create table rooms (
  id uuid primary key,
  organization_id bigint not null,
  contact_id bigint,
  channel text not null,
  -- the AI agent that took part, null if none did
  ai_agent_id uuid,
  -- the human attached, null if none
  assign_channel_agent_id bigint,
  created_at timestamptz not null,
  closed_at timestamptz,
  -- RESOLVE_AI; RESOLVE for a person's resolve and an idle timeout alike; others
  closed_reason text,
  updated_at timestamptz not null
);

-- the rooms of a period
create index rooms_by_close on rooms (organization_id, closed_at);
-- whether the same contact came back after a close
create index rooms_by_contact on rooms (organization_id, contact_id, created_at);
-- what changed since the last look
create index rooms_by_update on rooms (organization_id, updated_at);
-- the first room with an AI agent
create index rooms_by_ai_start on rooms (organization_id, created_at) where ai_agent_id is not null;

create table ai_activity_logs (
  room_id uuid,
  organization_id bigint,
  ai_agent_id uuid,
  started_at timestamptz,
  ended_at timestamptz,
  turns int,
  first_response_ms int,
  -- from -1 to 1, as sentiment_end
  sentiment_start numeric,
  sentiment_end numeric,
  topic text,
  -- answered, in_scope_unanswered or out_of_scope
  answer_scope text,
  out_of_scope_reason text,
  escalation_reason text,
  -- from 0 to 1
  confidence numeric,
  -- from 1 to 5
  csat int,
  quality_relevant bool,
  quality_accurate bool,
  quality_safe bool,
  actions_attempted int,
  actions_succeeded int,
  cost_idr numeric
);

-- the telemetry of a room
create index ai_activity_logs_by_room on ai_activity_logs (organization_id, room_id);

grant select on organizations, rooms, ai_activity_logs to impact_reader;
