package org.nestegg.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<List<Integer>> served = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore done = new Semaphore(0);
    private final Gathering<Integer, String> held = new Gathering<>(true, this::hold, LONG);

    @Test
    void whoComesWhileOthersAreServedIsServedWithAllWhoDo() throws Exception {
        List<Future<Optional<String>>> answers = ask(held, 0, 12);
        assertEquals(List.of(List.of(0)), List.copyOf(served));
        done.release(2);
        for (int i = 0; i < 12; i++) {
            assertEquals(Optional.of("of " + i), answers.get(i).get());
        }
        assertEquals(List.of(List.of(0), IntStream.range(1, 12).boxed().toList()), List.copyOf(served));
    }

    @Test
    void aFailureIsThatOfAllWhomItWasToServeAndOfNobodyElse() throws Exception {
        List<Future<Optional<String>>> answers = ask(held, -2, 4);
        done.release(2);
        assertEquals(Optional.of("of -2"), answers.getFirst().get());
        for (Future<Optional<String>> answer : answers.subList(1, 4)) {
            assertEquals(
                    "not -1",
                    assertThrows(ExecutionException.class, answer::get)
                            .getCause()
                            .getMessage());
        }
        done.release(1);
        assertEquals(Optional.of("of 9"), held.ask(9));
    }

    /** Not even after what nobody can do anything about. */
    @Test
    void nobodyIsLeftWaiting() {
        Gathering<Integer, String> gathering = new Gathering<>(
                true,
                tasks -> {
                    hold(tasks);
                    throw new StackOverflowError();
                },
                LONG);
        List<Future<Optional<String>>> answers = ask(gathering, 0, 6);
        done.release(2);
        for (Future<Optional<String>> answer : answers) {
            assertEquals(
                    StackOverflowError.class,
                    assertThrows(ExecutionException.class, answer::get)
                            .getCause()
                            .getClass());
        }
    }

    /** Such as where a connection is dead and nobody knows it yet. */
    @Test
    void nobodyWaitsForLongForSomebodyElse() throws Exception {
        Gathering<Integer, String> held = new Gathering<>(true, this::hold);
        List<Future<Optional<String>>> answers = ask(held, 0, 5);
        for (Future<Optional<String>> answer : answers.subList(1, 5)) {
            assertEquals(Optional.empty(), answer.get());
        }
        assertEquals(Optional.empty(), held.ask(5));
        assertFalse(answers.getFirst().isDone());
        done.release(2);
        assertEquals(Optional.of("of 0"), answers.getFirst().get());
        assertEquals(Optional.of("of 6"), held.ask(6));
        assertEquals(List.of(List.of(0), List.of(6)), List.copyOf(served));
    }

    @Test
    void whatTheDatabaseRefusesIsToBeTriedAlone() throws Exception {
        for (String state : List.of("23505", "22P05", "55P03", "57014", "40P01", "XX001")) {
            Gathering<Integer, String> gathering = failing(new PersistenceException(new SQLException("no", state)));
            assertEquals(Optional.empty(), gathering.ask(1), state);
        }
        for (String state : Arrays.asList(null, "08006", "57P01", "99999")) {
            Gathering<Integer, String> gathering = failing(new PersistenceException(new SQLException("no", state)));
            assertThrows(PersistenceException.class, () -> gathering.ask(1), state);
        }
        assertThrows(
                UncertainException.class,
                () -> failing(new UncertainException(new SQLException("lost", "40001")))
                        .ask(1));
    }

    @Test
    void whoeverIsNotServedGoesAlone() {
        assertEquals(Optional.empty(), new Gathering<Integer, String>(false, this::hold).ask(1));
        assertEquals(List.of(), served);
    }

    private static Gathering<Integer, String> failing(RuntimeException failure) {
        return new Gathering<>(true, _ -> {
            throw failure;
        });
    }

    /** Whoever asks gets what is theirs, and no two are served at once but together. */
    @Test
    void manyWhoAskAgainAndAgain() {
        AtomicInteger going = new AtomicInteger();
        AtomicInteger clashes = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Gathering<Integer, Integer> gathering = new Gathering<>(
                true,
                tasks -> {
                    clashes.addAndGet(going.getAndIncrement());
                    most.accumulateAndGet(tasks.size(), Math::max);
                    Thread.yield();
                    going.decrementAndGet();
                    return tasks.stream().map(i -> i * 3).toList();
                },
                LONG);
        Race.of(100, runner -> {
            for (int round = 0; round < 200; round++) {
                int task = runner + 100 * round;
                assertEquals(Optional.of(3 * task), gathering.ask(task));
            }
            return null;
        });
        assertEquals(0, clashes.get());
        assertTrue(most.get() > 1 && most.get() <= 64, "together at most: " + most);
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
    private static List<Future<Optional<String>>> ask(Gathering<Integer, String> gathering, int from, int count) {
        List<Future<Optional<String>>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int task = from + i;
            FutureTask<Optional<String>> answer = new FutureTask<>(() -> gathering.ask(task));
            Thread thread = Thread.ofVirtual().start(answer);
            Await.until(
                    "it waits",
                    () -> thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
            answers.add(answer);
        }
        return answers;
    }
}
