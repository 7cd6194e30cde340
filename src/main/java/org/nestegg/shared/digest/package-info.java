/** Digests, for what is compared or looked up without being kept. */
package org.nestegg.shared.digest;
