/** How much one caller may ask for, and how answers say so (IETF draft-ietf-httpapi-ratelimit-headers). */
package org.nestegg.platform.limit;
