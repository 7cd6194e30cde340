/** Signing up, in and out: sessions, the refresh tokens that prolong them, and the access tokens that they issue. */
package org.nestegg.identity.session;
