package org.nestegg.platform.http;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The answer to every request that made something: 201 with its path, and the thing itself as body. */
public final class Created {

    private Created() {}

    /**
     * @param path the absolute path of what was made, for {@code Location}
     */
    public static <T> RestResponse<T> at(String path, T body) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .header("Location", path)
                .build();
    }
}
