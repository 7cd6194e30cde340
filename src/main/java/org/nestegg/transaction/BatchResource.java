package org.nestegg.transaction;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nestegg.change.Recorded;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.idempotency.Idempotent;

/** Many changes of transactions at once. */
@Path("/api/v1/transactions/batch")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Transactions")
public class BatchResource {

    private final TransactionBatch batch;

    BatchResource(TransactionBatch batch) {
        this.batch = batch;
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("changeTransactions")
    @Idempotent
    @Operation(
            operationId = "changeTransactions",
            summary = "Record, change and delete up to 500 transactions, all or none of them")
    @APIResponse(responseCode = "200", description = "What was done, in the order of the request")
    public BatchView run(BatchInput input) {
        return batch.run(input);
    }
}
