-- The paper of a brand: where letters come back to, what stands at their foot, and its logo as a picture that was
-- drawn anew when it came in. A brand without a row writes on plain paper.
create table letterhead (
  brand_id bigint primary key references brand (id),
  address  text not null check (length(address) <= 400),
  foot     text not null check (length(foot) <= 600),
  logo     bytea check (length(logo) <= 1000000),
  set_at   timestamptz not null
);
