package org.nestegg.platform.condition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Heeds {@code If-Match} and {@code If-None-Match} (RFC 9110, section 13): what reads, in that its answer has an entity tag;
 * what writes, by {@link Preconditions}. The OpenAPI document says so.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Conditional {}
