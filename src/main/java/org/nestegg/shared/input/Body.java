package org.nestegg.shared.input;

import java.io.IOException;
import java.io.InputStream;
import org.nestegg.shared.http.RequestLimits;
import org.nestegg.shared.problem.ProblemCode;
import org.nestegg.shared.problem.ProblemException;

/** The bytes of a request's body. */
public final class Body {

    private Body() {}

    /**
     * The whole body.
     *
     * @throws ProblemException with {@link ProblemCode#BODY_TOO_LARGE} past {@link RequestLimits#BODY}
     */
    public static byte[] read(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(RequestLimits.BODY + 1);
        if (bytes.length > RequestLimits.BODY) {
            throw new ProblemException(ProblemCode.BODY_TOO_LARGE);
        }
        return bytes;
    }
}
