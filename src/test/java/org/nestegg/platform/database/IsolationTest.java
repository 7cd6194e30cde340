package org.nestegg.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;

/** No row can be made to point at another user's, even by a defect in the code: the database refuses it. */
@QuarkusTest
class IsolationTest extends ApiTest {

    private static final String COMMON = "0, now(), now()";

    @Inject
    AgroalDataSource database;

    private Sql sql;
    private Person me;
    private String theirGoal;
    private String theirIncome;
    private String theirList;
    private String myGoal;
    private String myItem;

    @BeforeEach
    void setUp() {
        sql = new Sql(database);
        me = Person.signUp();
        Person other = Person.signUp();
        theirGoal = id(other.create("/api/v1/goals", "{'name': 'goal'}"));
        theirIncome = id(other.record("income", "Salary", "100", ""));
        theirList = id(other.create("/api/v1/bucketlists", "{'name': 'list'}"));
        myGoal = id(me.create("/api/v1/goals", "{'name': 'my goal'}"));
        String list = me.create("/api/v1/bucketlists", "{'name': 'list'}");
        myItem = id(me.create(list + "/items", "{'name': 'item'}"));
    }

    @Test
    void aGoalCannotBeBelowAnothersGoal() {
        refused("goal_parent_fkey", "update goal set parent_id = '%s' where id = '%s'".formatted(theirGoal, myGoal));
    }

    @Test
    void aContributionCannotBeToAnothersGoalNorOfAnothersIncome() {
        refused("contribution_goal_fkey", contribution(theirGoal, "null", "EUR"));
        refused("contribution_transaction_fkey", contribution(myGoal, "'" + theirIncome + "'", "EUR"));
    }

    @Test
    void aContributionCannotHaveAnotherCurrencyThanItsGoal() {
        refused("contribution_goal_fkey", contribution(myGoal, "null", "USD"));
    }

    @Test
    void anItemCannotBeOnAnothersListNorBecomeAnothersGoal() {
        refused(
                "bucketlist_item_list_fkey",
                "update bucketlist_item set bucketlist_id = '%s' where id = '%s'".formatted(theirList, myItem));
        refused(
                "bucketlist_item_goal_fkey",
                "update bucketlist_item set goal_id = '%s' where id = '%s'".formatted(theirGoal, myItem));
    }

    @Test
    void nothingCanBeGivenToAnother() throws SQLException {
        sql.execute(contribution(myGoal, "null", "EUR"));
        refused(
                "fkey",
                "update goal set user_id = (select user_id from goal where id = '%s') where id = '%s'"
                        .formatted(theirGoal, myGoal));
        assertEquals(1, sql.count("goal where id = '%s' and user_id = '%s'".formatted(myGoal, me.id)));
    }

    @Test
    void sumsHoldAgainstTheCodeToo() throws SQLException {
        String income = id(me.record("income", "Salary", "100", ""));
        refused("goal_saved_check", "update goal set saved = -1 where id = '%s'".formatted(myGoal));
        sql.execute(contribution(myGoal, "'" + income + "'", "EUR"));
        assertEquals("10.0000", sql.text("select saved from goal where id = '%s'".formatted(myGoal)));
        assertEquals("10.0000", sql.text("select allocated from transaction where id = '%s'".formatted(income)));
        refused(
                "contributions cannot be changed",
                "update contribution set amount = 5 where goal_id = '%s'".formatted(myGoal));
        refused(
                "transaction_allocated_check",
                contribution(myGoal, "'" + income + "'", "EUR").replace(", 10, 'EUR'", ", 91, 'EUR'"));
        sql.execute("delete from contribution where goal_id = '%s'".formatted(myGoal));
        assertEquals("0.0000", sql.text("select allocated from transaction where id = '%s'".formatted(income)));
    }

    private String contribution(String goal, String income, String currency) {
        return "insert into contribution values (gen_random_uuid(), '%s', '%s', %s, 10, '%s', now(), null, %s)"
                .formatted(me.id, goal, income, currency, COMMON);
    }

    private void refused(String constraint, String statement) {
        SQLException refusal = assertThrows(SQLException.class, () -> sql.execute(statement));
        assertTrue(refusal.getMessage().contains(constraint), refusal.getMessage());
    }
}
