package org.nestegg.account;

import java.util.List;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;

/** The orders of a list of accounts. */
enum AccountSort {
    /** The newest first; ids are ordered by time. */
    NEWEST("-createdAt") {
        @Override
        String orderBy() {
            return " order by id desc";
        }

        @Override
        List<String> key(Account account) {
            return List.of(account.id.toString());
        }

        @Override
        void startAfter(List<String> key, Criteria criteria) {
            criteria.andBefore(key);
        }
    },

    /** By name, without case. */
    NAME("name") {
        @Override
        String orderBy() {
            return " order by lower(name), id";
        }

        @Override
        List<String> key(Account account) {
            return List.of(account.name, account.id.toString());
        }

        @Override
        void startAfter(List<String> key, Criteria criteria) {
            if (!key.isEmpty()) {
                criteria.and("(lower(name), id) > (lower(:afterName), :afterId)", "afterName", key.getFirst())
                        .parameters()
                        .put("afterId", UUID.fromString(key.getLast()));
            }
        }
    };

    private final String code;

    AccountSort(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    abstract String orderBy();

    /** Where an account stands in this order. */
    abstract List<String> key(Account account);

    /** Lets a query start after a key; an empty key is the start of the list. */
    abstract void startAfter(List<String> key, Criteria criteria);
}
