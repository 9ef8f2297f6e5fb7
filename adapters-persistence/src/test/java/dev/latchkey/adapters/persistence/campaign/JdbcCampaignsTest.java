package dev.latchkey.adapters.persistence.campaign;

import dev.latchkey.adapters.persistence.fixtures.OnSharedH2;
import dev.latchkey.adapters.persistence.fixtures.OnSharedServer;
import dev.latchkey.contracts.campaign.ForStoringCampaignsContract;
import org.junit.jupiter.api.Nested;

class JdbcCampaignsTest {

  @Nested
  class OnH2 implements ForStoringCampaignsContract, OnSharedH2 {}

  @Nested
  class OnServer implements ForStoringCampaignsContract, OnSharedServer {}
}
