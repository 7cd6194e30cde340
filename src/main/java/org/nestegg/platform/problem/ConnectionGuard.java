package org.nestegg.platform.problem;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.nestegg.platform.http.Framing;

/**
 * Answers what breaks HTTP on one connection with an {@link EarlyProblem}, and then closes it: from there on nobody can tell
 * where a request begins (RFC 9112, section 11.2). Nothing behind the break is passed on; what came before it is answered
 * first. All of it happens on the connection's own thread.
 */
final class ConnectionGuard extends ChannelDuplexHandler {

    /** How long to take in what is still sent: closing at once would take the answer from the client's hands. */
    private static final int LINGER_SECONDS = 2;

    /** The request that is being read, or was read last. */
    private HttpRequest head;

    /** Whether it is the last that counts, and whether there was another. */
    private boolean last;

    private boolean deaf;

    /** How many requests are passed on and not yet answered, and whether the first of them is in part. */
    private int unanswered;

    private boolean answering;

    /** What is left to say, once no more than so many requests are unanswered. */
    private FullHttpResponse refusal;

    private int turn;
    private boolean over;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        deaf |= last && message instanceof HttpRequest;
        if (deaf || refusal != null) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            head = request;
            if (request.headers().contains(HttpHeaderNames.UPGRADE, "h2c", true)) {
                request.headers()
                        .remove(HttpHeaderNames.UPGRADE); // as a server may (RFC 9110, section 7.8): 1.1 is spoken
            }
            last = Framing.isLast(request);
            if (last) {
                HttpUtil.setKeepAlive(request, false); // which has the connection closed behind the answer
            }
            Framing.refusal(request).ifPresentOrElse(status -> refuse(context, status, 0), () -> {
                unanswered++;
                context.fireChannelRead(message);
            });
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            refuse(context, HttpResponseStatus.BAD_REQUEST, 1);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (over) {
            ReferenceCountUtil.release(message);
            promise.trySuccess(); // as with a client that does not read on: a failure would be answered with a problem
            return;
        }
        if (message instanceof HttpResponse response) {
            if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                context.write(message, promise);
                return;
            }
            answering = true;
        }
        boolean end = message instanceof LastHttpContent;
        context.write(message, promise);
        if (end) {
            answering = false;
            unanswered--;
            finishInTurn(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (refusal != null && !over) {
            refusal.release();
            over = true;
        }
        context.fireChannelInactive();
    }

    private void refuse(ChannelHandlerContext context, HttpResponseStatus status, int after) {
        if (context.channel().isActive()) { // else it broke off because the client is gone
            refusal = EarlyProblem.of(status, head);
            turn = after;
            finishInTurn(context);
        }
    }

    private void finishInTurn(ChannelHandlerContext context) {
        if (refusal == null || over || answering || unanswered > turn) {
            return;
        }
        over = true;
        boolean answered = unanswered < turn; // before its body broke off
        if (answered) {
            refusal.release();
        }
        context.writeAndFlush(answered ? Unpooled.EMPTY_BUFFER : refusal).addListener(_ -> hangUp(context));
    }

    private static void hangUp(ChannelHandlerContext context) {
        if (context.channel() instanceof DuplexChannel channel
                && context.pipeline().get(SslHandler.class) == null) {
            channel.shutdownOutput();
            channel.config().setAutoRead(true);
            context.executor().schedule(() -> context.close(), LINGER_SECONDS, TimeUnit.SECONDS);
        } else {
            context.close();
        }
    }
}
