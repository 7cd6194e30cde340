/** What proves who calls: the mechanisms that read credentials, personal tokens, and the tokens of outside issuers. */
package org.nestegg.identity.token;
