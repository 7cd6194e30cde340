package org.nestegg.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nestegg.support.Await;
import org.nestegg.support.Race;

class GatheringTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<List<Integer>> served = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore done = new Semaphore(0);

    @Test
    void whoComesWhileOthersAreServedIsServedWithAllWhoDo() throws Exception {
        Gathering<Integer, String> gathering = held(LONG);
        List<Future<String>> answers = ask(gathering, 0, 12);
        assertEquals(List.of(List.of(0), List.of(1)), List.copyOf(served));
        done.release(1);
        Await.until("the others are served", () -> served.size() == 3);
        done.release(2);
        for (int i = 0; i < 12; i++) {
            assertEquals("of " + i, answers.get(i).get());
        }
        assertEquals(
                IntStream.range(2, 12).boxed().toList(),
                served.get(2).stream().sorted().toList());
    }

    @Test
    void thoseOfOneAreServedTogetherOrOneAfterTheOther() throws Exception {
        Gathering<Integer, String> gathering = new Gathering<>(_ -> "all the same", this::hold, LONG);
        List<Future<String>> answers = ask(gathering, 0, 5);
        assertEquals(List.of(List.of(0)), List.copyOf(served));
        done.release(2);
        for (Future<String> answer : answers) {
            answer.get();
        }
        assertEquals(2, served.size());
    }

    @Test
    void aFailureIsThatOfAllWhomItWasToServeAndOfNobodyElse() throws Exception {
        Gathering<Integer, String> gathering = held(LONG);
        List<Future<String>> answers = ask(gathering, -1, 6);
        done.release(10);
        assertEquals("of 0", answers.get(1).get());
        assertEquals(
                "not -1",
                assertThrows(ExecutionException.class, answers.getFirst()::get)
                        .getCause()
                        .getMessage());
        for (Future<String> answer : answers.subList(2, 6)) {
            answer.get();
        }
        assertEquals("of 9", gathering.ask(9));
    }

    /** Not even after what nobody can do anything about. */
    @Test
    void nobodyIsLeftWaiting() {
        Gathering<Integer, String> gathering = new Gathering<>(
                i -> i,
                _ -> {
                    throw new StackOverflowError();
                },
                LONG);
        List<Future<String>> answers = ask(gathering, 0, 6);
        for (Future<String> answer : answers) {
            assertEquals(
                    StackOverflowError.class,
                    assertThrows(ExecutionException.class, answer::get)
                            .getCause()
                            .getClass());
        }
    }

    @Test
    void whoHasWaitedForTooLongIsToldThatThereIsNoConnection() throws Exception {
        Gathering<Integer, String> gathering = held(Duration.ofMillis(500));
        List<Future<String>> answers = ask(gathering, 0, 4);
        Thread.sleep(600);
        done.release(10);
        answers.get(0).get();
        answers.get(1).get();
        for (Future<String> late : answers.subList(2, 4)) {
            Throwable failure =
                    assertThrows(ExecutionException.class, late::get).getCause();
            assertEquals(PersistenceException.class, failure.getClass());
            // As the pool says it.
            assertNull(assertInstanceOf(SQLException.class, failure.getCause()).getSQLState());
        }
        assertEquals(2, served.size());
    }

    /** Whoever asks gets what is theirs, and those of one key never go to the database at once. */
    @Test
    void manyWhoAskAgainAndAgain() {
        Set<Integer> going = ConcurrentHashMap.newKeySet();
        AtomicInteger clashes = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Gathering<Integer, Integer> gathering = new Gathering<>(
                i -> i % 10,
                tasks -> {
                    List<Integer> keys =
                            tasks.stream().map(i -> i % 10).distinct().toList();
                    keys.stream().filter(key -> !going.add(key)).forEach(_ -> clashes.incrementAndGet());
                    most.accumulateAndGet(tasks.size(), Math::max);
                    Thread.yield();
                    keys.forEach(going::remove);
                    return tasks.stream().map(i -> i * 3).toList();
                },
                LONG);
        Race.of(100, runner -> {
            for (int round = 0; round < 200; round++) {
                int task = runner + 100 * round;
                assertEquals(3 * task, gathering.ask(task));
            }
            return null;
        });
        assertEquals(0, clashes.get());
        assertTrue(most.get() > 1 && most.get() <= 64, "together at most: " + most);
    }

    /** Serves when it is let. */
    private Gathering<Integer, String> held(Duration patience) {
        return new Gathering<>(i -> i, this::hold, patience);
    }

    private List<String> hold(List<Integer> tasks) {
        served.add(tasks);
        done.acquireUninterruptibly();
        if (tasks.contains(-1)) {
            throw new IllegalStateException("not -1");
        }
        return tasks.stream().map(i -> "of " + i).toList();
    }

    /** Has some ask one after the other, and waits until each is served or waits. */
    private static List<Future<String>> ask(Gathering<Integer, String> gathering, int from, int count) {
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int task = from + i;
            FutureTask<String> answer = new FutureTask<>(() -> gathering.ask(task));
            Thread thread = Thread.ofVirtual().start(answer);
            Await.until("it waits", () -> answer.isDone() || thread.getState() == Thread.State.WAITING);
            answers.add(answer);
        }
        return answers;
    }
}
