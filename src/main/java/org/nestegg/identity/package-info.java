/** Who people are: users, how they sign in, their sessions, their passwords and the tokens that stand for them. */
package org.nestegg.identity;
