/** The rules of HTTP that all resources share: trace ids, limits of bodies, headers of safety, methods allowed. */
package org.nestegg.shared.http;
