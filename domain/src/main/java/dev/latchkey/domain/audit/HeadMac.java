package dev.latchkey.domain.audit;

/**
 * The MAC of a chain's head.
 *
 * @param sequence the position of the last event that it covers. Only events by servers of a version without MACs can
 *     follow it.
 */
public record HeadMac(long sequence, ChainMac mac) {}
