package dev.latchkey.adapters.persistence.campaign;

import dev.latchkey.domain.campaign.CampaignType;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CampaignRepository extends GenericRepository<CampaignRow, Long> {

  void save(CampaignRow row);

  Optional<CampaignRow> findByTenantIdAndId(long tenantId, long id);

  /**
   * Sorts by all columns of the index, although the first is the same in all rows: H2 otherwise sorts the whole list.
   * Names the index because MySQL otherwise reads the rows of all tenants by id.
   */
  @Query("SELECT * FROM campaign USE INDEX (campaign_by_tenant) WHERE tenant_id = :tenantId AND id < :before"
      + " ORDER BY tenant_id DESC, id DESC LIMIT :limit")
  List<CampaignRow> newest(long tenantId, long before, int limit);

  @Query("SELECT * FROM campaign USE INDEX (campaign_by_type)"
      + " WHERE tenant_id = :tenantId AND type = :type AND id < :before ORDER BY tenant_id DESC, type DESC, id DESC LIMIT :limit")
  List<CampaignRow> newestOf(CampaignType type, long tenantId, long before, int limit);

  @Query("SELECT * FROM campaign WHERE tenant_id = :tenantId AND id IN (:ids) ORDER BY id DESC LIMIT :limit")
  List<CampaignRow> newestAmong(Collection<Long> ids, long tenantId, int limit);

  void update(CampaignRow row);

  /** Raises the version if it is one less, and locks the row. Returns the number of rows updated. */
  @Query("UPDATE campaign SET version = :version WHERE tenant_id = :tenantId AND id = :id AND version = :version - 1")
  long claim(long tenantId, long id, long version);
}
