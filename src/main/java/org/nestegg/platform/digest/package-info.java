/** Digests, for what is compared or looked up without being kept. */
package org.nestegg.platform.digest;
