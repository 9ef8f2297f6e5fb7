package dev.latchkey.adapters.persistence;

import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sessions of members. Those of one member are looked for among all: few people are signed in at a time. */
final class MvSessions {

  private static final Comparator<SessionDocument> NEWEST_FIRST = Comparator
      .comparing(SessionDocument::started)
      .thenComparing(SessionDocument::tokenDigest)
      .reversed();

  private MvSessions() {}

  /** Adds a session, and removes those that are over by its start and those that are too many. */
  static void add(Change change, NewSession session) {
    remove(change, stored -> stored.isOverAt(session.startedAt()));
    documents(change.view())
        .filter(stored -> stored.isOf(session.member().id()))
        .sorted(NEWEST_FIRST)
        .skip(Session.MOST_PER_MEMBER - 1L)
        .toList()
        .forEach(stored -> change.remove(StoreMap.SESSION, key(stored)));
    SessionDocument document = SessionDocument.from(session);
    change.add(StoreMap.SESSION, key(document), document);
  }

  static Optional<Session> find(View view, String tokenDigest) {
    return view.get(StoreMap.SESSION, Key.ROOT.then(tokenDigest), SessionDocument.class)
        .map(document -> session(view, document));
  }

  /** All sessions of a member, the newest first. */
  static List<Session> of(View view, MemberId member) {
    return documents(view)
        .filter(stored -> stored.isOf(member))
        .sorted(NEWEST_FIRST)
        .map(document -> session(view, document))
        .toList();
  }

  static void removeOf(Change change, MemberId member) {
    remove(change, stored -> stored.isOf(member));
  }

  /** Removes the sessions of a member but one. */
  static void removeOf(Change change, MemberId member, String keptDigest) {
    remove(change, stored -> stored.isOf(member) && !stored.tokenDigest().equals(keptDigest));
  }

  private static void remove(Change change, Predicate<SessionDocument> unwanted) {
    documents(change.view())
        .filter(unwanted)
        .toList()
        .forEach(stored -> change.remove(StoreMap.SESSION, key(stored)));
  }

  private static Stream<SessionDocument> documents(View view) {
    return view.under(StoreMap.SESSION, Key.ROOT).map(entry -> entry.as(SessionDocument.class));
  }

  private static Key key(SessionDocument session) {
    return Key.ROOT.then(session.tokenDigest());
  }

  /** The session with its member and tenant, which exist: a member's sessions are removed together with the member. */
  private static Session session(View view, SessionDocument document) {
    return document.toSession(
        MvMembers.find(view, document.tenantId(), document.memberId()).orElseThrow(),
        MvTenants.find(view, document.tenantId()).orElseThrow());
  }
}
