/** The audit trail: what happened to an account, when, and from where, for its owner to read. */
package org.nestegg.identity.audit;
