package org.nestegg.platform.limit;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Done one after the other for each user, on this replica: what would wait for the same rows in the database waits here, where it
 * holds no connection. The rows' locks still decide between replicas. Whoever has somebody else do it leaves the turn ({@link
 * Turn}). The caller is signed in.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface InTurn {}
