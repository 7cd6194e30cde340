package org.nestegg.platform.database;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import org.nestegg.platform.http.RequestOrder;

/** Tries transactions again, see {@link Retry}. What a transactional method does beside its transaction it may do twice. */
@Transactional
@Interceptor
@Priority(RequestOrder.RETRY)
class TransactionRetry {

    @AroundInvoke
    Object retry(InvocationContext invocation) throws Exception {
        return Retry.runOutside(invocation::proceed);
    }
}
