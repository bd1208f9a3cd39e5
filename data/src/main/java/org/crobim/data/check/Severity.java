package org.crobim.data.check;

/** How much a finding matters. */
public enum Severity {
    /** The sample cannot be used, or figures measured on the data set would be wrong. */
    ERROR,
    /** A person should look: it may be meant so. */
    WARNING
}
