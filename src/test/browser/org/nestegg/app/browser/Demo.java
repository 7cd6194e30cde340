package org.nestegg.app.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Two years of an ordinary life, the same each time but for the day on which they end, which is today. */
final class Demo {

    private static final int DAYS = 730;
    private static final int BATCH = 500;

    /** What is bought now and then: by whom it is sold, its category, and the least and the most that it costs. */
    private record Shop(String name, String category, int least, int most) {}

    private static final List<Shop> SHOPS = List.of(
            new Shop("Rewe", "Groceries", 12, 70),
            new Shop("Lidl", "Groceries", 8, 45),
            new Shop("Bakery Klein", "Groceries", 3, 9),
            new Shop("City trains", "Transport", 3, 9),
            new Shop("Luigi's", "Eating out", 14, 48),
            new Shop("Café Luna", "Eating out", 4, 12),
            new Shop("Cinema", "Leisure", 11, 30),
            new Shop("Bookshop", "Leisure", 9, 40),
            new Shop("Pharmacy", "Health", 5, 30),
            new Shop("Fashion corner", "Clothes", 20, 90));

    private final PageTest.Signed user;
    private final Random random = new Random(7);
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    private Demo(PageTest.Signed user) {
        this.user = user;
    }

    /** Gives a user such a life. */
    static void fill(PageTest.Signed user) {
        new Demo(user).fill();
    }

    private void fill() {
        String everyday = account("Everyday", "checking", 2400);
        String savings = account("Rainy days", "savings", 6000);
        account("Wallet", "cash", 80);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int back = DAYS; back >= 0; back--) {
            LocalDate day = today.minusDays(back);
            for (int i = random.nextInt(3); i > 0; i--) {
                Shop shop = SHOPS.get(random.nextInt(SHOPS.size()));
                int cents = 100 * shop.least + random.nextInt(100 * (shop.most - shop.least));
                rows.add(row("expense", shop.name, shop.category, cents, day, everyday));
            }
            if (day.getDayOfMonth() == 1) {
                rows.add(row("expense", "Rent", "Rent", 98_000, day, everyday));
            }
            if (day.getDayOfMonth() == 5) {
                rows.add(row("expense", "Electricity", "Utilities", 6_400, day, everyday));
            }
            if (day.getDayOfMonth() == 27) {
                rows.add(row("income", "Salary", "Salary", 295_000 + random.nextInt(6_000), day, everyday));
            }
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            user.post("/transactions/batch", Map.of("create", rows.subList(from, Math.min(from + BATCH, rows.size()))));
        }
        for (int back = 1; back <= 12; back++) {
            user.post(
                    "/transfers",
                    Map.of(
                            "fromAccountId",
                            everyday,
                            "toAccountId",
                            savings,
                            "amount",
                            "150",
                            "date",
                            today.minusMonths(back).withDayOfMonth(28).toString()));
        }
        plans(everyday);
        aims();
    }

    private void plans(String account) {
        schedule("Rent", "FREQ=MONTHLY;BYMONTHDAY=1", "expense", "980", "Rent", account);
        schedule("Salary", "FREQ=MONTHLY;BYMONTHDAY=27", "income", "2980", "Salary", account);
        schedule("Electricity", "FREQ=MONTHLY;BYMONTHDAY=5", "expense", "64", "Utilities", account);
        user.post("/budgets", Map.of("name", "Groceries", "amount", "420", "categories", List.of("Groceries")));
        user.post("/budgets", Map.of("name", "Fun", "amount", "260", "categories", List.of("Leisure", "Eating out")));
        user.post("/budgets", Map.of("name", "Getting around", "amount", "60", "categories", List.of("Transport")));
    }

    private void schedule(String name, String recurrence, String type, String amount, String category, String account) {
        user.post(
                "/schedules",
                Map.of(
                        "name",
                        name,
                        "recurrence",
                        recurrence,
                        "start",
                        today.plusDays(1).toString(),
                        "transaction",
                        Map.of(
                                "type", type,
                                "description", name,
                                "amount", amount,
                                "category", category,
                                "accountId", account)));
    }

    private void aims() {
        String house = goal("A place of our own", "40000", null);
        String deposit = goal("Deposit", "25000", house);
        goal("Furniture", "6000", house);
        String trip = goal("Japan in spring", "4200", null);
        goal("Flights", "1600", trip);
        for (int back = 1; back <= 8; back++) {
            String day = today.minusMonths(back).withDayOfMonth(28).toString();
            user.post("/goals/" + deposit + "/contributions", Map.of("amount", "300", "date", day));
            user.post("/goals/" + trip + "/contributions", Map.of("amount", "180", "date", day));
        }
        String list = id(user.post("/bucketlists", Map.of("name", "Before I am forty")));
        for (String wish : List.of("See the northern lights", "Run a marathon", "Sleep in a lighthouse")) {
            user.post("/bucketlists/" + list + "/items", Map.of("name", wish));
        }
    }

    private String goal(String name, String target, String parent) {
        Map<String, Object> goal = new LinkedHashMap<>(Map.of("name", name, "targetAmount", target));
        if (parent != null) {
            goal.put("parentId", parent);
        }
        return id(user.post("/goals", goal));
    }

    private String account(String name, String kind, int opening) {
        return id(user.post("/accounts", Map.of("name", name, "kind", kind, "openingBalance", opening)));
    }

    private static Map<String, Object> row(
            String type, String description, String category, int cents, LocalDate day, String account) {
        return Map.of(
                "type", type,
                "description", description,
                "category", category,
                "amount", "%d.%02d".formatted(cents / 100, cents % 100),
                "date", day.toString(),
                "accountId", account);
    }

    private static String id(JsonNode created) {
        return created.path("id").asText();
    }
}
