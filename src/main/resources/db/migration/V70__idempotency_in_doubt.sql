-- Whether a run that nobody knows the end of may have done something: the key then stays with that very request, whatever
-- becomes of the runs that follow.
alter table idempotent_request add column in_doubt boolean not null default false;
