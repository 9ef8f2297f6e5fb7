package dev.latchkey.domain.campaign;

/** What speaks on the campaign's calls. */
public enum CallingEntity {
  ASSISTANT,
  WORKFLOW,
  SQUAD
}
