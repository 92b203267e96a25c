/**
 * {@code rwave demo}: the whole system in one process, and the ward it watches on the terminal. In: the topics, through an
 * ordinary consumer. Out: text. Start with {@code DemoCommand}.
 */
package org.rwave.cli.demo;
