/** What Latchkey does: the ports that it is driven through and drives through, and the use cases between them. */
module dev.latchkey.application {
  requires transitive dev.latchkey.domain;
  requires static transitive org.jspecify;

  exports dev.latchkey.application.port;
  exports dev.latchkey.application.port.in;
  exports dev.latchkey.application.port.out;
  exports dev.latchkey.application.usecase;
}
