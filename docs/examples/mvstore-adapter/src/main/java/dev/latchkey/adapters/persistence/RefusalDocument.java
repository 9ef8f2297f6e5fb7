package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.format.MaskedKey;
import dev.latchkey.domain.refusal.NotedRefusal;
import dev.latchkey.domain.refusal.RefusedRequest;
import dev.latchkey.domain.refusal.RequestLine;
import io.micronaut.serde.annotation.Serdeable;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refused request as it is stored, with the masked key, because the key may be deleted before. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RefusalDocument(
    String requestId,
    long key,
    String masked,
    @MayBePrinted("The code of the refusal.") String code,
    @Nullable String method,
    @Nullable String path,
    @Nullable String permission,
    @Nullable Long campaign,
    @Nullable String address,
    String refusedAt) {

  static RefusalDocument from(RefusedRequest request, MaskedKey masked) {
    return new RefusalDocument(
        request.requestId(),
        request.key().value(),
        masked.value(),
        request.code(),
        request.line().map(RequestLine::method).orElse(null),
        request.line().map(RequestLine::path).orElse(null),
        request.permission().map(Permission::label).orElse(null),
        request.campaign().map(CampaignId::value).orElse(null),
        request.address().map(InetAddress::getHostAddress).orElse(null),
        request.at().toString());
  }

  NotedRefusal toRefusal() {
    RefusedRequest request = new RefusedRequest(
        requestId,
        new KeyId(key),
        code,
        line(),
        Optional.ofNullable(permission).flatMap(Permission::labelled),
        Optional.ofNullable(campaign).map(CampaignId::new),
        Optional.ofNullable(address).map(InetAddress::ofLiteral),
        at());
    return new NotedRefusal(request, new MaskedKey(masked));
  }

  Instant at() {
    return Instant.parse(refusedAt);
  }

  private Optional<RequestLine> line() {
    String target = Optional.ofNullable(path).orElse("");
    return Optional.ofNullable(method).map(verb -> new RequestLine(verb, target));
  }
}
