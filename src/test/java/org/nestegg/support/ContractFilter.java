package org.nestegg.support;

import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;

/** Fails a test whose answer is not as the OpenAPI document says. */
public final class ContractFilter implements OrderedFilter {

    public static final ContractFilter INSTANCE = new ContractFilter();

    private ContractFilter() {}

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification spec, FilterContext context) {
        Response response = context.next(request, spec);
        String path = URI.create(request.getURI()).getRawPath();
        Contract.served()
                .fault(request.getMethod(), path, response.statusCode(), response.contentType(), response.asString())
                .ifPresent(fault -> {
                    throw new AssertionError(request.getMethod() + " " + request.getURI() + " broke the contract: "
                            + fault + "\n" + response.asString());
                });
        return response;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
