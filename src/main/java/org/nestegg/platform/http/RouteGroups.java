package org.nestegg.platform.http;

import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which rules a request falls under: those of the group with the longest prefix of its path. */
@Singleton
public class RouteGroups {

    private static final String KEY = RouteGroups.class.getName();

    private final List<RouteGroup> groups;

    RouteGroups(@All List<RouteGroup> groups) {
        this.groups = groups.stream()
                .sorted(Comparator.comparingInt(
                                (RouteGroup group) -> group.prefix().length())
                        .reversed())
                .toList();
    }

    @Produces
    @Singleton
    static RouteGroup api() {
        return RouteGroup.api();
    }

    /** The Dev UI and its like, which are not there in production, and do as they like. */
    @Produces
    @Singleton
    static RouteGroup framework() {
        return RouteGroup.of("/q/").withContentSecurityPolicy(Optional.empty());
    }

    /** The group of a request. */
    public RouteGroup of(RoutingContext context) {
        RouteGroup group = context.get(KEY);
        if (group == null) {
            group = of(Routes.path(context));
            context.put(KEY, group);
        }
        return group;
    }

    RouteGroup of(String path) {
        return groups.stream()
                .filter(group -> group.has(path))
                .findFirst()
                .orElseThrow(); // all paths are in that of the API
    }
}
