/** The OpenAPI document: what all operations have in common is added here, once, when the service is built. */
package org.nestegg.platform.openapi;
