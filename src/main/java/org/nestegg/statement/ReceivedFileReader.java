package org.nestegg.statement;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.nestegg.platform.input.Body;
import org.nestegg.platform.input.Text;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

/** Reads a file: the part {@code file} of {@code multipart/form-data} (RFC 7578), or else the bytes themselves. */
@Provider
@Consumes(MediaType.WILDCARD)
public class ReceivedFileReader implements MessageBodyReader<ReceivedFile> {

    private static final String PART = "file";

    /** What stands around a file in a form is not much longer. */
    private static final int MAX_FIELDS = 16;

    private static final int MAX_BUFFERED = 64 * 1024;

    private final CurrentVertxRequest request;
    private final Body bodies;
    private final Uploads uploads;

    ReceivedFileReader(CurrentVertxRequest request, Body bodies, Uploads uploads) {
        this.request = request;
        this.bodies = bodies;
        this.uploads = uploads;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == ReceivedFile.class;
    }

    @Override
    public ReceivedFile readFrom(
            Class<ReceivedFile> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        RoutingContext context = request.getCurrent();
        if (Body.isEncoded(headers)) {
            throw new ProblemException(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        uploads.enter(context);
        byte[] body = bodies.read(context, stream);
        ReceivedFile file = isForm(mediaType)
                ? part(body, context.request().getHeader(HttpHeaders.CONTENT_TYPE))
                : new ReceivedFile(null, body);
        if (file.content().length == 0) {
            throw new ProblemException(CommonProblem.EMPTY_BODY);
        } else if (file.content().length > ReceivedFile.MAX_BYTES) {
            throw ProblemException.bodyTooLarge(ReceivedFile.MAX_BYTES);
        }
        Body.knownBy(context, file.content()); // what stands between the parts of a form differs each time
        return file;
    }

    /** Without a type, or with any, it is the bytes. */
    private static boolean isForm(MediaType type) {
        return "multipart".equalsIgnoreCase(type.getType()) && "form-data".equalsIgnoreCase(type.getSubtype());
    }

    private static ReceivedFile part(byte[] body, String contentType) throws IOException {
        if (body.length == 0) {
            throw new ProblemException(CommonProblem.EMPTY_BODY);
        }
        FullHttpRequest form =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        form.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false), form, StandardCharsets.UTF_8, MAX_FIELDS, MAX_BUFFERED);
            ReceivedFile file = null;
            for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
                if (!part.getName().equals(PART) || file != null) {
                    throw ProblemException.invalid("/" + part.getName(), CommonFieldError.UNKNOWN_FIELD);
                }
                String name = part instanceof FileUpload upload ? name(upload.getFilename()) : null;
                file = new ReceivedFile(name, ((HttpData) part).get());
            }
            if (file == null) {
                throw ProblemException.invalid("/" + PART, CommonFieldError.REQUIRED);
            }
            return file;
        } catch (ProblemException refused) {
            throw refused;
        } catch (RuntimeException _) { // which of them depends on where the form breaks off
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    /** As the sender's browser has it: without folders, and only what a name may have. */
    private static String name(String sent) {
        if (sent == null) {
            return null;
        }
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String clean = Text.normalize(last.replaceAll("\\p{Cntrl}", ""));
        String name = Text.isClean(clean) ? clean : "";
        int most = name.offsetByCodePoints(0, Math.min(Text.length(name), ReceivedFile.MAX_NAME));
        return name.isEmpty() ? null : name.substring(0, most);
    }
}
