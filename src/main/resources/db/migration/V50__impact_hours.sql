-- The hours of the latest days, beside the days themselves: the one in which what is settled turns into what is not is
-- then all that has to be counted room by room.

-- whether the hours are there as well
alter table impact_day add column by_hour boolean not null default false;

-- hours since 1970 in UTC; absent for the sum of the day
alter table impact_day_count add column hour int;
alter table impact_day_length add column hour int;
alter table impact_day_turn add column hour int;

-- serves forgetting the hours of days that have aged
create index impact_day_by_hour on impact_day (organization_id, day) where by_hour;
