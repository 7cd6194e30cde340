package org.nestegg.platform.condition;

/** A view of a single object: an answer that shows it carries its {@code ETag}, and changes of it may be conditional. */
public interface Tagged {}
