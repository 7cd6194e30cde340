package org.nestegg.change;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.nestegg.platform.limit.InTurn;

/**
 * Makes one change of what is the caller's, or none where nothing changes. Nobody else writes what is the caller's from before
 * the method to the end of its transaction. The method is transactional and its caller signed in; its answer carries
 * {@code Change-Seq}.
 */
@InTurn
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Recorded {

    /** What kind of change it is: the id of the operation. */
    @Nonbinding
    String value();

    /**
     * Whether the method may begin the change with what it reads or writes, by {@link Recording#beginReading} or {@link
     * Recording#alone}, or have somebody else make it, by {@link Recording#given}: it is called before the change has begun, and
     * sees to that.
     */
    @Nonbinding
    boolean alone() default false;
}
