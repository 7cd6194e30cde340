/** Who is calling, and the keys that prove it. */
package org.nestegg.platform.security;
