-- A field may lead to an order or to a unit: it holds which, so that its number is read where it stands.
alter table case_field drop constraint case_field_kind_check;
alter table case_field add constraint case_field_kind_check
  check (kind in ('text', 'number', 'date', 'choice', 'yes_no', 'order', 'unit'));

alter table case_field_value add column order_id bigint references purchase_order (id);
alter table case_field_value add column unit_id bigint references unit (id);
alter table case_field_value drop constraint case_field_value_check;
alter table case_field_value drop constraint case_field_value_check1;
alter table case_field_value add constraint case_field_value_one
  check (num_nonnulls(text_value, number_value, date_value, choice_id, yes_value, order_id, unit_id) = 1);
alter table case_field_value add constraint case_field_value_of_its_kind
  check (case kind when 'text' then text_value is not null when 'number' then number_value is not null
    when 'date' then date_value is not null when 'choice' then choice_id is not null
    when 'order' then order_id is not null when 'unit' then unit_id is not null else yes_value is not null end);

-- The cases whose fields name an order or a unit, for the page of the one.
create index case_field_value_order on case_field_value (order_id) where order_id is not null;
create index case_field_value_unit on case_field_value (unit_id) where unit_id is not null;

-- The numbers that fields lead to are found like what was written into them.
create or replace function case_parts(matter bigint) returns text language sql stable as $$
  select left(string_agg(left(p.words, 20000), ' ' order by p.part, p.id), 100000) from (
    select 1 as part, s.id, s.words from statement s where s.case_id = matter
    union all select 2, n.id, n.words from note n where n.case_id = matter
    union all select 3, a.id, a.words from call a where a.case_id = matter
    union all select 4, h.id, h.words from handover h where h.case_id = matter
    union all select 5, e.id, concat_ws(' ', e.done, e.reasons) from settlement e where e.case_id = matter
    union all select 6, m.id, m.subject || ' ' || m.words from messages_v_search m
      where m.about_kind = 'case' and m.about_id = matter
    union all select 7, v.field_id, coalesce(v.text_value, o.name, r.external_id, u.serial)
      from case_field_value v
      left join case_field_choice o on o.id = v.choice_id
      left join goods_v_order r on r.id = v.order_id
      left join goods_v_unit u on u.id = v.unit_id
      where v.case_id = matter and v.kind in ('text', 'choice', 'order', 'unit')) p
$$;
