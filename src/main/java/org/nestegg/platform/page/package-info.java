/** Collections in pages: keyset paging with cursors that nobody can make up, at the same cost however deep. */
package org.nestegg.platform.page;
