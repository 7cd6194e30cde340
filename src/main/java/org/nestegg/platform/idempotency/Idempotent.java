package org.nestegg.platform.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Done once for each {@code Idempotency-Key} (IETF draft-ietf-httpapi-idempotency-key-header): a repeated request gets the
 * first one's answer. The method is transactional and its caller signed in; its answer holds no secret, because it is kept.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
