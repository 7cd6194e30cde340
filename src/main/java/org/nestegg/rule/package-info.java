/**
 * What is set by itself on what comes in: rules of a user's, which find transactions by what they say and give them texts, a category
 * and tags. Rows of statements get theirs by {@link org.nestegg.rule.Rules}; what is recorded, when its user asks for it.
 */
package org.nestegg.rule;
