package dev.latchkey.domain.campaign;

/** The kind of agent that speaks on the campaign's calls. */
public enum CallingEntity {
  ASSISTANT,
  WORKFLOW,
  SQUAD
}
