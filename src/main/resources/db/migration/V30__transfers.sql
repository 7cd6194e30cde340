-- Money moved between two accounts: two transactions, one of which leaves an account while the other comes into one, held together
-- by the row of the transfer.

create table transfer (
    user_id     uuid        not null references users on delete cascade,
    id          uuid        not null,
    out_id      uuid        not null,
    in_id       uuid        not null,
    version     integer     not null,
    created_seq bigint      not null default nullif(current_setting('nestegg.seq', true), '')::bigint,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    primary key (user_id, id)
);

create index transfer_created_seq_idx on transfer (user_id, created_seq) where created_seq > 0;

create trigger transfer_created before insert on transfer for each row
    when (new.created_seq is null or new.user_id::text is distinct from current_setting('nestegg.owner', true))
    execute function put_in_change();

create trigger transfer_remember_changed after update on transfer
    referencing old table as old_rows new table as new_rows
    for each statement execute function remember_changed('transfer', '{}');

create trigger transfer_remember_deleted after delete on transfer referencing old table as old_rows
    for each statement execute function remember_deleted('transfer', '{}');

-- Checked by V32.
alter table transaction
    add constraint transaction_transfer_fkey foreign key (user_id, transfer_id) references transfer (user_id, id) not valid;

-- At the end of whatever touches a side or a transfer, a transfer that is there has its two sides: what leaves one account comes
-- into another, and in one currency it is as much.
create function transfer_is_whole() returns trigger language plpgsql as $$
declare
    owner constant uuid not null = coalesce(new.user_id, old.user_id);
    concerned constant uuid[] not null = case
        when tg_table_name = 'transfer' then array[coalesce(new.id, old.id)]
        else array[(to_jsonb(old) ->> 'transfer_id')::uuid, (to_jsonb(new) ->> 'transfer_id')::uuid] end;
    one uuid;
    r record;
    o record;
    i record;
begin
    -- Whoever is erased goes in slices.
    if current_setting('nestegg.erasing', true) = 'on' then
        return null;
    end if;
    foreach one in array concerned loop
        -- Also of two who have not begun a change, the second sees what the first has done.
        select out_id, in_id into r from transfer where user_id = owner and id = one for update;
        if found then
            select account_id, currency, amount into o from transaction
                where user_id = owner and id = r.out_id and transfer_id = one;
            select account_id, currency, amount into i from transaction
                where user_id = owner and id = r.in_id and transfer_id = one;
            -- That there is no third follows from the index on transfer and sign.
            if o.amount < 0 and i.amount > 0 and o.account_id <> i.account_id
                and (o.currency <> i.currency or o.amount + i.amount = 0)
            then
                continue;
            end if;
            raise exception 'a transfer has two sides'
                using errcode = 'check_violation', constraint = 'transfer_sides_check', table = 'transfer';
        end if;
    end loop;
    return null;
end
$$;

create constraint trigger transfer_is_whole after insert or update or delete on transfer
    deferrable initially deferred for each row execute function transfer_is_whole();

create constraint trigger transfer_side_inserted after insert on transaction
    deferrable initially deferred for each row when (new.transfer_id is not null) execute function transfer_is_whole();

create constraint trigger transfer_side_updated after update on transaction
    deferrable initially deferred for each row
    when (old.transfer_id is distinct from new.transfer_id or new.transfer_id is not null
        and (old.amount, old.currency, old.account_id) is distinct from (new.amount, new.currency, new.account_id))
    execute function transfer_is_whole();

create constraint trigger transfer_side_deleted after delete on transaction
    deferrable initially deferred for each row when (old.transfer_id is not null) execute function transfer_is_whole();
