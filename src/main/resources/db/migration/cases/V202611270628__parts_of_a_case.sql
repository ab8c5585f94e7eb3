-- Everything that is written in a case apart from its head, piece by piece, so that the words of many
-- cases are read by one statement: a function for each of twenty cases began seven scans each time.
create view cases_v_part as
  select s.case_id, 1 as part, s.id, s.words from statement s
  union all select n.case_id, 2, n.id, n.words from note n
  union all select a.case_id, 3, a.id, a.words from call a
  union all select h.case_id, 4, h.id, h.words from handover h
  union all select e.case_id, 5, e.id, concat_ws(' ', e.done, e.reasons) from settlement e
  union all select m.about_id, 6, m.id, m.subject || ' ' || m.words from messages_v_search m
    where m.about_kind = 'case'
  union all select v.case_id, 7, v.field_id, coalesce(v.text_value, o.name, r.external_id, u.serial)
    from case_field_value v
    left join case_field_choice o on o.id = v.choice_id
    left join goods_v_order r on r.id = v.order_id
    left join goods_v_unit u on u.id = v.unit_id
    where v.kind in ('text', 'choice', 'order', 'unit');

create or replace function case_parts(matter bigint) returns text language sql stable as $$
  select left(string_agg(left(p.words, 20000), ' ' order by p.part, p.id), 100000)
  from cases_v_part p where p.case_id = matter
$$;
