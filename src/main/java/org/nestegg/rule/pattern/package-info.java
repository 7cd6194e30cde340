/** What rules find in texts: words without case, and regular expressions in a time that is linear in the text. */
package org.nestegg.rule.pattern;
