package org.nestegg.platform.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where a room's collections begin, for the welcome page, which has all beans of this type in the order of their position. */
public final class EntryPoints {

    private final int position;
    private final Map<String, String> paths = new LinkedHashMap<>();

    /** @param position where they stand among those of other rooms; the lowest comes first */
    public EntryPoints(int position) {
        this.position = position;
    }

    /** Adds one: the name that clients know it by, and its absolute path. */
    public EntryPoints add(String name, String path) {
        paths.put(name, path);
        return this;
    }

    public int position() {
        return position;
    }

    /** Absolute paths by name, in the order in which they were added. */
    public Map<String, String> paths() {
        return paths;
    }
}
