-- Who did what, for which organization: an intent before anything is sent, its outcome once the answer is decided. An
-- intent without an outcome is an event whose end nobody saw.
create table audit_intent (
  event_id uuid not null,
  -- when the work began
  at timestamptz not null,
  -- the tenant it was done for
  organization_id bigint not null,
  -- the token's subject
  actor_id text not null,
  -- the tenant's id again when it is not the actor's own
  acting_for bigint,
  -- the token's roles in declared order, separated by a blank
  role text not null,
  -- absent where the agent is made by the work itself, and where there is none
  ai_agent_uuid uuid,
  -- such as agent.replace
  action text not null,
  request_id text not null,
  primary key (organization_id, event_id)
);

comment on table audit_intent is 'Append-only: what was about to be done';

-- serves an agent's trail, newest first
create index audit_intent_of_agent on audit_intent (organization_id, ai_agent_uuid, at desc) where ai_agent_uuid is not null;
-- serves the initiative's figures, which ask for a few actions of all organizations
create index audit_intent_by_action on audit_intent (action, organization_id, actor_id, at);

create table audit_outcome (
  event_id uuid not null,
  organization_id bigint not null,
  -- when the answer was decided
  at timestamptz not null,
  outcome text not null check (outcome in ('succeeded', 'refused', 'failed', 'cancelled')),
  -- the kind of problem that was answered, such as version-moved-on; absent for a success
  problem text,
  -- the agent that was made, or the intent's again
  ai_agent_uuid uuid,
  -- the newest version before and after, counted from 1; 0 before the first
  version_before bigint,
  version_after bigint,
  -- RFC 6901 pointers to what differs, never the values
  changed text[] not null,
  primary key (organization_id, event_id)
);

comment on table audit_outcome is 'Append-only: how it ended, at most one row an intent';

-- serves the trail of an agent whose making left no id in the intent
create index audit_outcome_of_agent on audit_outcome (organization_id, ai_agent_uuid) where ai_agent_uuid is not null;

-- How knowledge came out: the first final status anybody saw of each resource.
create table resource_outcome (
  organization_id bigint not null,
  resource_id text not null,
  ai_agent_uuid uuid not null,
  outcome text not null check (outcome in ('ready', 'failed')),
  -- when it was first seen, which is at or after the time it came true
  observed_at timestamptz not null,
  primary key (organization_id, resource_id)
);

comment on table resource_outcome is 'Append-only: ready or failed, one row a resource';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete or truncate on audit_intent
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on audit_outcome
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on resource_outcome
  for each statement execute function refuse_change();
