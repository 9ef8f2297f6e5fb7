package dev.latchkey.domain.audit;

/**
 * The MAC of a chain's end.
 *
 * @param sequence the place of the end that it covers. Only events by servers of a version without MACs can be behind it.
 */
public record HeadMac(long sequence, ChainMac mac) {}
