-- One row for each Idempotency-Key an organization used within the last 24 hours.
create table idempotent_request (
  organization_id bigint not null,
  -- as the caller sent it: 1 to 255 visible ASCII characters
  idempotency_key text not null,
  -- SHA-256 of method, path and body; of an upload without its body, which is not read beforehand
  fingerprint bytea not null,
  -- SHA-256 of an upload's body, known once it was read; absent for any other request
  upload_digest bytea,
  -- which run holds the key; another one once the lock was lost
  holder uuid not null,
  -- until when no other run may begin, while there is no answer
  locked_until timestamptz not null,
  -- from when the row counts as gone
  expires_at timestamptz not null,
  -- the answer; absent while it is being made
  status int,
  content_type text,
  etag text,
  location text,
  body bytea,
  primary key (organization_id, idempotency_key)
);

-- serves the removal of what has expired
create index idempotent_request_expiry on idempotent_request (expires_at);
