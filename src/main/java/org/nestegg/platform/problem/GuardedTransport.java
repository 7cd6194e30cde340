package org.nestegg.platform.problem;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Gives every HTTP connection a {@link ConnectionGuard}. The framework lets nobody set Vert.x's handler of invalid requests,
 * nor see a connection before its first good one, so this is Vert.x's service provider interface for transports, which the
 * framework looks up in the build. The one transport in the artifact is the JDK's.
 */
public final class GuardedTransport extends JDKTransport implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(this);
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        bootstrap.handler(new Acceptor());
    }

    @Sharable
    private static final class Acceptor extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            ((Channel) accepted).pipeline().addLast(new Installer());
            context.fireChannelRead(accepted);
        }
    }

    /** Waits for the connection's decoder, which with TLS comes after the handshake. */
    private static final class Installer extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ChannelPipeline pipeline = context.pipeline();
            if (pipeline.get(HttpRequestDecoder.class) == null) {
                pipeline.addLast(new Installer()); // after what is to bring the decoder
            } else {
                // Next to the network, so that what is refused is seen by nothing else.
                pipeline.addAfter(
                        pipeline.context(HttpResponseEncoder.class).name(), "connectionGuard", new ConnectionGuard());
            }
            context.fireChannelRead(message);
            pipeline.remove(this);
        }
    }
}
