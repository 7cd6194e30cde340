/**
 * All at a glance: what the first page of an app shows, in one answer. What it has is kept and told by other rooms; here it is read in
 * few statements, however much there is.
 */
package org.nestegg.overview;
