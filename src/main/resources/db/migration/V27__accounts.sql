-- Where money lies.

create table account (
    user_id           uuid          not null references users on delete cascade,
    id                uuid          not null,
    name              text          not null check (length(name) between 1 and 100),
    kind              text          not null check (
        kind in ('checking', 'savings', 'cash', 'credit-card', 'loan', 'investment', 'other')),
    currency          char(3)       not null check (currency ~ '^[A-Z]{3}$'),
    institution       text          check (length(institution) between 1 and 100),
    -- What statements know it by.
    number            text          check (length(number) between 1 and 34),
    opening_balance   numeric(19,4) not null check (abs(opening_balance) < 10000000000000),
    closed            boolean       not null,
    -- What all transactions of the account come to, and how many there are, kept by triggers on transaction (V31). A sum has no
    -- bound.
    moved             numeric       not null default 0,
    transaction_count bigint        not null default 0,
    version           integer       not null,
    created_seq       bigint        not null default nullif(current_setting('nestegg.seq', true), '')::bigint,
    created_at        timestamptz   not null,
    updated_at        timestamptz   not null,
    primary key (user_id, id),
    -- For transactions, which always have the currency of their account.
    constraint account_user_id_id_currency_key unique (user_id, id, currency)
) with (fillfactor = 80);

create unique index account_name_key on account (user_id, lower(name));
create index account_created_seq_idx on account (user_id, created_seq) where created_seq > 0;

create trigger account_created before insert on account for each row
    when (new.created_seq is null or new.user_id::text is distinct from current_setting('nestegg.owner', true))
    execute function put_in_change();

-- As remember_changed, row by row. What transactions come to is kept with each of them (V31): a trigger for chosen columns is not
-- even asked then, and one with transition tables cannot be for chosen columns.
create function remember_changed_row() returns trigger language plpgsql as $$
declare
    derived constant text[] not null = tg_argv[1];
    image constant jsonb not null = to_jsonb(old) - derived;
    opened bigint;
begin
    if image <> to_jsonb(new) - derived then
        opened := change_of(old.user_id);
        if opened is not null and old.created_seq <> opened then
            insert into change_item
                values (old.user_id, opened, tg_argv[0], old.id, 'changed', old.created_seq, image)
                on conflict do nothing;
        end if;
    end if;
    return null;
end
$$;

create trigger account_remember_changed after update of
    name, kind, currency, institution, number, opening_balance, closed, version, updated_at on account
    for each row execute function remember_changed_row('account', '{moved,transaction_count}');

create trigger account_remember_deleted after delete on account referencing old table as old_rows
    for each statement execute function remember_deleted('account', '{moved,transaction_count}');
