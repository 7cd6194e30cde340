-- What a sign-in counts, by one statement.

-- Counts one more failure, and says how many that are, or nothing where it may not be tried yet; and when it may be tried again.
-- The moment is that at which nobody else counts, unless another is given.
create function count_sign_in_failure(
    counted bytea, free integer, span interval, longest interval, given timestamptz, out n integer, out opens timestamptz)
language plpgsql as $$
declare
    f sign_in_failure;
    moment timestamptz;
begin
    -- One statement, or another could remove the row between two.
    insert into sign_in_failure as s (key, failures, failed_at, open_at)
        values (counted, 0, coalesce(given, clock_timestamp()), coalesce(given, clock_timestamp()))
        on conflict (key) do update set key = excluded.key
        returning s.* into f;
    opens := f.open_at;
    moment := coalesce(given, clock_timestamp());
    if moment < opens then
        return;
    end if;
    if f.failures = 0 or (case when f.failures < free then f.failed_at else f.open_at end) + span < moment then
        f.failures := 0;
        f.failed_at := moment;
    end if;
    n := f.failures + 1;
    -- Past those that are free, each makes the next wait twice as long, from a second on.
    if n >= free then
        opens := moment + least(interval '1 second' * (1 << least(n - free, 20)), longest);
    end if;
    update sign_in_failure set failures = n, failed_at = f.failed_at, open_at = opens where key = counted;
end
$$;

-- Counts one attempt to sign in, of its source first, and says which of the two refuses it, if one does, and for how many seconds.
create function admit_sign_in(
    account bytea, account_free integer, source bytea, source_free integer, span interval, longest interval,
    out refuses text, out n integer, out waits double precision)
language plpgsql as $$
declare
    opens timestamptz;
begin
    select c.n, c.opens into n, opens from count_sign_in_failure(source, source_free, span, longest, null) c;
    if n is null then
        refuses := 'source';
    else
        select c.n, c.opens into n, opens from count_sign_in_failure(account, account_free, span, longest, null) c;
        if n is null then
            refuses := 'account';
            -- No password was compared: that is no failure of the source.
            perform take_back_sign_in(null, source);
        end if;
    end if;
    waits := extract(epoch from opens - clock_timestamp());
end
$$;

-- Has an attempt that turned out right be none, and forgets the failures with the account. Null stands for none.
create function take_back_sign_in(account bytea, source bytea) returns void language plpgsql as $$
declare
    moment constant timestamptz not null = clock_timestamp();
begin
    -- The source first, as whoever counts takes them.
    update sign_in_failure set failures = failures - 1, open_at = moment where key = source and failures > 0;
    delete from sign_in_failure where key = account;
end
$$;
