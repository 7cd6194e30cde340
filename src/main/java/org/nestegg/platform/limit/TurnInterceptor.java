package org.nestegg.platform.limit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.security.CurrentUser;

/** Has a user's requests wait for one another before they begin a transaction. */
@InTurn
@Interceptor
@Priority(RequestOrder.TURN)
class TurnInterceptor {

    /** Of the users who have requests just now. */
    private static final Map<UUID, Queue> QUEUES = new ConcurrentHashMap<>();

    private final CurrentUser user;
    private final boolean enabled;

    TurnInterceptor(CurrentUser user, LimitsConfig limits) {
        this.user = user;
        enabled = limits.enabled();
    }

    private record Queue(ReentrantLock lock, int length) {

        Queue longer(int by) {
            return length + by == 0 ? null : new Queue(lock, length + by);
        }
    }

    @AroundInvoke
    Object inTurn(InvocationContext invocation) throws Exception {
        if (!enabled) {
            return invocation.proceed();
        }
        UUID id = user.id();
        Queue queue = QUEUES.compute(
                id, (_, there) -> there == null ? new Queue(new ReentrantLock(true), 1) : there.longer(1));
        Turn turn = new Turn(queue.lock);
        turn.putInto(invocation);
        try {
            turn.take();
            return invocation.proceed();
        } finally {
            turn.leave();
            QUEUES.computeIfPresent(id, (_, there) -> there.longer(-1));
        }
    }
}
