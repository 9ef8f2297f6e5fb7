package dev.latchkey.adapters.persistence;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;

/** The maps of the file. Each has keys of the given form, and JSON as its values. */
enum StoreMap {

  /** The tenant's id. */
  TENANT,
  /** The tenant's and the member's id. */
  MEMBER,
  /** The tenant's id and the e-mail address; the value is the member's id. */
  MEMBER_BY_EMAIL,
  /** The digest of the session's token. */
  SESSION,
  /** The tenant's and the key's id. */
  API_KEY,
  /** The key's id; the value is the tenant's id. */
  TENANT_OF_KEY,
  /** The key's id. Apart from the key, because a use is not a change of the key. */
  LAST_USE,
  /** The key's id. */
  RATE_LEVEL,
  /** The tenant's and the campaign's id. */
  CAMPAIGN,
  /** The tenant's id, the type and the campaign's id. */
  CAMPAIGN_BY_TYPE,
  /** The campaign's and the lead's id. */
  LEAD,
  /** The campaign's id and the phone number; the value is the lead's id. */
  LEAD_BY_NUMBER,
  /** The tenant's id. */
  AUDIT_HEAD,
  /** The tenant's id and the sequence number. */
  AUDIT_EVENT,
  /** The tenant's and the event's id; the value is the sequence number. */
  AUDIT_EVENT_BY_ID,
  /** The tenant's id and a number that increases with each refusal. */
  REFUSED_REQUEST,
  /** The owner, the route and the idempotency key. */
  ANSWER,
  /** As in {@link #ANSWER}. Apart from it, so that a search for old answers does not read their texts. */
  ANSWER_TEXT,
  /** The version of the pepper. */
  PEPPER_CHECK;

  /** Opens all maps, and creates those that the file does not have yet. */
  static Map<StoreMap, MVMap<String, String>> openAll(MVStore file) {
    Map<StoreMap, MVMap<String, String>> maps = new EnumMap<>(StoreMap.class);
    MVMap.Builder<String, String> ofTexts = new MVMap.Builder<String, String>()
        .keyType(StringDataType.INSTANCE)
        .valueType(StringDataType.INSTANCE);
    for (StoreMap map : values()) {
      maps.put(map, file.openMap(map.name().toLowerCase(Locale.ROOT), ofTexts));
    }
    return maps;
  }
}
