/** OFX and QFX: tags of SGML or XML, read by one tolerant scanner. */
package org.nestegg.statement.format.ofx;
