-- Numbers are typed in small letters too, and often only their end is read out.
create index purchase_order_beginning on purchase_order (upper(external_id) text_pattern_ops);
create index purchase_order_ending on purchase_order (reverse(upper(external_id)) text_pattern_ops);
create index unit_ending on unit (reverse(serial_norm) text_pattern_ops);
