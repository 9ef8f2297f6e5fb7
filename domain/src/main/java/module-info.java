/** What Latchkey is about: tenants, keys, what they grant, and the decision. Plain Java, no I/O. */
module dev.latchkey.domain {
  requires static transitive org.jspecify;

  exports dev.latchkey.domain;
  exports dev.latchkey.domain.access;
  exports dev.latchkey.domain.address;
  exports dev.latchkey.domain.audit;
  exports dev.latchkey.domain.campaign;
  exports dev.latchkey.domain.grant;
  exports dev.latchkey.domain.id;
  exports dev.latchkey.domain.key;
  exports dev.latchkey.domain.key.format;
  exports dev.latchkey.domain.lead;
  exports dev.latchkey.domain.rate;
  exports dev.latchkey.domain.refusal;
  exports dev.latchkey.domain.tenant;
}
