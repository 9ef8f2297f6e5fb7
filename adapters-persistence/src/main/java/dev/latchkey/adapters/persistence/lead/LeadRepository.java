package dev.latchkey.adapters.persistence.lead;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LeadRepository extends GenericRepository<LeadRow, Long> {

  void save(LeadRow row);

  Optional<LeadRow> findByCampaignIdAndId(long campaignId, long id);

  Optional<LeadRow> findByCampaignIdAndPhoneNumber(long campaignId, String phoneNumber);

  List<LeadRow> findByCampaignIdAndPhoneNumberIn(long campaignId, Collection<String> phoneNumbers);

  /** Skips existing phone numbers and locks the conflicting rows. */
  @Query("INSERT INTO campaign_lead"
      + " (id, campaign_id, phone_number, details, do_not_call, answered, email, created_at, updated_at)"
      + " VALUES (:id, :campaignId, :phoneNumber, :details, :doNotCall, :answered, :email, :createdAt, :updatedAt)"
      + " ON DUPLICATE KEY UPDATE id = id")
  void saveNew(List<LeadRow> rows);

  @Query("SELECT id FROM campaign_lead WHERE campaign_id = :campaignId AND phone_number IN (:phoneNumbers)")
  List<Long> ids(long campaignId, Collection<String> phoneNumbers);

  /** Locks the rows and returns them in the order of the locks. */
  @Query("SELECT * FROM campaign_lead WHERE campaign_id = :campaignId AND id IN (:ids) ORDER BY id FOR UPDATE")
  List<LeadRow> lock(long campaignId, Collection<Long> ids);

  void updateAll(List<LeadRow> rows);

  @Query("DELETE FROM campaign_lead WHERE id IN (:ids)")
  long remove(Collection<Long> ids);

  /**
   * Sorts by all columns of the index, although the first is the same in all rows: H2 otherwise sorts the whole list.
   * Names the index because MySQL otherwise reads the rows of all campaigns by id.
   */
  @Query("SELECT * FROM campaign_lead USE INDEX (campaign_lead_by_campaign)"
      + " WHERE campaign_id = :campaignId AND id < :before ORDER BY campaign_id DESC, id DESC LIMIT :limit")
  List<LeadRow> newest(long campaignId, long before, int limit);

  @Query("SELECT * FROM campaign_lead USE INDEX (campaign_lead_by_mark) WHERE campaign_id = :campaignId"
      + " AND do_not_call = :doNotCall AND id < :before ORDER BY campaign_id DESC, do_not_call DESC, id DESC LIMIT :limit")
  List<LeadRow> marked(long campaignId, boolean doNotCall, long before, int limit);

  @Query("SELECT * FROM campaign_lead USE INDEX (campaign_lead_by_email) WHERE campaign_id = :campaignId"
      + " AND email = :email AND id < :before AND do_not_call IN (:doNotCall)"
      + " AND created_at >= :createdSince AND updated_at >= :updatedSince"
      + " ORDER BY campaign_id DESC, email DESC, id DESC LIMIT :limit")
  List<LeadRow> withEmail(
      long campaignId,
      String email,
      List<Boolean> doNotCall,
      long createdSince,
      long updatedSince,
      long before,
      int limit);

  /** Searches only the newest thousand leads. */
  @Query("SELECT campaign_lead.* FROM campaign_lead JOIN (SELECT id FROM"
      + " (SELECT id, do_not_call, created_at, updated_at FROM campaign_lead USE INDEX (campaign_lead_by_campaign)"
      + " WHERE campaign_id = :campaignId AND id < :before ORDER BY campaign_id DESC, id DESC LIMIT 1000) newest"
      + " WHERE do_not_call IN (:doNotCall) AND created_at >= :createdSince AND updated_at >= :updatedSince"
      + " ORDER BY id DESC LIMIT :limit) found ON found.id = campaign_lead.id ORDER BY campaign_lead.id DESC")
  List<LeadRow> amongNewest(
      long campaignId, List<Boolean> doNotCall, long createdSince, long updatedSince, long before, int limit);

  @Query("SELECT campaign_lead.* FROM campaign_lead JOIN"
      + " (SELECT id FROM campaign_lead USE INDEX (campaign_lead_by_creation)"
      + " WHERE campaign_id = :campaignId AND created_at >= :createdSince AND do_not_call IN (:doNotCall)"
      + " AND id < :before ORDER BY id DESC LIMIT :limit) found"
      + " ON found.id = campaign_lead.id ORDER BY campaign_lead.id DESC")
  List<LeadRow> createdSince(
      long campaignId, List<Boolean> doNotCall, long createdSince, long before, int limit);

  @Query("SELECT campaign_lead.* FROM campaign_lead JOIN"
      + " (SELECT id FROM campaign_lead USE INDEX (campaign_lead_by_update)"
      + " WHERE campaign_id = :campaignId AND updated_at >= :updatedSince AND created_at >= :createdSince"
      + " AND do_not_call IN (:doNotCall) AND id < :before ORDER BY id DESC LIMIT :limit) found"
      + " ON found.id = campaign_lead.id ORDER BY campaign_lead.id DESC")
  List<LeadRow> updatedSince(
      long campaignId, List<Boolean> doNotCall, long createdSince, long updatedSince, long before, int limit);
}
