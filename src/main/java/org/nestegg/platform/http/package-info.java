/** The rules of HTTP that all resources share: trace ids, media types, the methods of a path, limits of requests. */
package org.nestegg.platform.http;
