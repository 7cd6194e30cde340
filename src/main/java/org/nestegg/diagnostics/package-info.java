/** What tells a caller about the service itself: the welcome page, a greeting, and an echo to debug proxies with. */
package org.nestegg.diagnostics;
