package org.nestegg.platform.security;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of a JSON Web Key Set, for the OpenAPI document: the keys themselves are written by the JOSE library. */
@Schema(name = "Jwks", description = "A JSON Web Key Set (RFC 7517).", examples = """
                {"keys": [{"kty": "EC", "kid": "sQ7k0pZ0m1n2", "use": "sig", "alg": "ES256", "crv": "P-256",
                 "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}
                """)
record JwksView(@Schema(required = true) List<Key> keys) {

    @Schema(
            name = "Jwk",
            description = "The public half of an RSA or EC key; which further members there are depends on kty.")
    record Key(
            @Schema(required = true, description = "RSA or EC")
            String kty,

            @Schema(required = true) String kid,
            @Schema(required = true) String use,

            @Schema(required = true, description = "RS256 or ES256")
            String alg,

            @Schema(description = "Of an RSA key: the modulus")
            String n,

            @Schema(description = "Of an RSA key: the exponent")
            String e,

            @Schema(description = "Of an EC key: the curve, P-256")
            String crv,

            @Schema(description = "Of an EC key: one coordinate")
            String x,

            @Schema(description = "Of an EC key: the other coordinate")
            String y) {}
}
