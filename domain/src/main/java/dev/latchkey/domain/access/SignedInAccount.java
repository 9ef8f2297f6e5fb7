package dev.latchkey.domain.access;

import dev.latchkey.domain.tenant.Session;
import java.net.InetAddress;
import java.util.Optional;

record SignedInAccount(Session session, Optional<InetAddress> address) implements OwnAccount {}
