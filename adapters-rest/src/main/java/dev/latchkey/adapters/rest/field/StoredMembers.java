package dev.latchkey.adapters.rest.field;

import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.lead.LeadDetails;
import io.micronaut.json.JsonMapper;

/** Members of stored records. */
public final class StoredMembers {

  private StoredMembers() {}

  /** Returns the members. Ids are the same in any of their encodings, and e-mail addresses in any case. */
  public static ResourceMembers of(JsonMapper mapper, Record view) {
    return ResourceMembers.stored(mapper, view, StoredMembers::isSame);
  }

  private static boolean isSame(String member, String stored, String sent) {
    return PublicId.isSame(stored, sent)
        || (member.equals("email") && LeadDetails.searched(stored).equals(LeadDetails.searched(sent)));
  }
}
