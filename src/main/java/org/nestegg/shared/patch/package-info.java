/** Partial change: JSON Merge Patch (RFC 7396), for every resource the same. */
package org.nestegg.shared.patch;
