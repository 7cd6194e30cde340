package org.nestegg.platform.limit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

/** Has heavy requests wait for one another, whoever makes them. */
@Heavy
@Interceptor
@Priority(RequestOrder.HEAVY)
class HeavyInterceptor {

    private static final int AT_ONCE = 2;

    /** As long as others may take that are before. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Semaphore PLACES = new Semaphore(AT_ONCE, true);

    @AroundInvoke
    Object inPlace(InvocationContext invocation) throws Exception {
        if (!PLACES.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        try {
            return invocation.proceed();
        } finally {
            PLACES.release();
        }
    }
}
