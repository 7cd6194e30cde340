/** Limits on guessing passwords, and on how many of those who are not signed in yet use the database at once. */
package org.nestegg.identity.limit;
