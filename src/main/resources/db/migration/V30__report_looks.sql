-- In which months an organization's own admin looked at the impact report; who it was is not kept.
create table report_look (
  organization_id bigint not null,
  -- the first day of the month, in the organization's zone
  month date not null check (extract(day from month) = 1),
  -- when the first look of that month was answered
  first_at timestamptz not null,
  primary key (organization_id, month)
);

-- serves the figures of the newest months, over all organizations
create index report_look_by_month on report_look (month, organization_id);
