-- Which agent was made of which tree diagram: one row a diagram and organization, so that none is made twice.
create table migrated_agent (
  organization_id bigint not null,
  -- the tree diagram's own id: 1 to 255 visible ASCII characters
  path_id text not null,
  -- how many agents were made of it and deleted since
  generation int not null default 0,
  -- the run that is making it, or made it
  holder uuid not null,
  -- until when no other run may begin, while there is no agent
  locked_until timestamptz not null,
  -- the agent, the version it was saved as, when and by whom (the actor's id); absent while it is being made
  ai_agent_uuid uuid,
  version bigint,
  migrated_at timestamptz,
  migrated_by text,
  -- serves the question whether there is an agent already
  primary key (organization_id, path_id)
);
