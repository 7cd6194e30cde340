-- What texts are compared by is in Normalization Form C from now on (Unicode, UAX #15), as everything that comes in is. Names
-- that have a double in that form stay as they are.

do $$
begin
    if getdatabaseencoding() <> 'UTF8' then
        return;
    end if;
    update transaction set category = normalize(category) where category is not nfc normalized;
    update transaction set tags = array(select normalize(tag) from unnest(tags) with ordinality t (tag, i) order by i)
        where exists (select from unnest(tags) tag where tag is not nfc normalized);
    update goal g set name = normalize(name) where name is not nfc normalized
        and not exists (select from goal o where o.user_id = g.user_id and o.parent_id is not distinct from g.parent_id
            and o.id <> g.id and normalize(o.name) = normalize(g.name));
    update bucketlist b set name = normalize(name) where name is not nfc normalized
        and not exists (select from bucketlist o where o.user_id = b.user_id and o.id <> b.id
            and lower(normalize(o.name)) = lower(normalize(b.name)));
    update bucketlist_item set name = normalize(name) where name is not nfc normalized;
end
$$;
