/** Lists of wishes: bucket lists, their items, and how an item becomes a goal. */
package org.nestegg.bucketlist;
