/**
 * The commands {@code rwave train}, {@code rwave crossvalidate} and {@code rwave evaluate}. Read on in {@code data} (what
 * is learned from), {@code network}, {@code training}, {@code export}, {@code validation} and {@code report}.
 */
package org.rwave.trainer;
