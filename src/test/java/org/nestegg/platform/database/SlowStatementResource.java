package org.nestegg.platform.database;

import io.quarkus.hibernate.orm.panache.Panache;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** In tests only: a statement that takes longer than it may, for which nobody has to wait as long as requests may take. */
@Path("/test/slow-statement")
@RunOnVirtualThread
@PermitAll
public class SlowStatementResource {

    @GET
    @Transactional
    @Operation(hidden = true)
    public String get() {
        Panache.getSession()
                .createNativeQuery("select set_config('statement_timeout', '200ms', true)", String.class)
                .getSingleResult();
        return Panache.getSession()
                .createNativeQuery("select 'done' from pg_sleep(20)", String.class)
                .getSingleResult();
    }
}
