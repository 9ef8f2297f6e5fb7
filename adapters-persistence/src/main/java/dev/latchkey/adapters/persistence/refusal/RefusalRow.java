package dev.latchkey.adapters.persistence.refusal;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.adapters.persistence.key.KeyRow;
import dev.latchkey.domain.access.NotedRefusal;
import dev.latchkey.domain.access.RefusedRequest;
import dev.latchkey.domain.access.RequestLine;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.MaskedKey;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refused request.
 *
 * @param number given by the database
 * @param method null for a key that was presented in the body of another request, and in rows of version 0.1.0; so is the path
 */
@MappedEntity("refused_request")
record RefusalRow(
    @Id @GeneratedValue @Nullable Long number,
    long tenantId,
    String requestId,
    long keyId,
    String masked,
    String code,
    @Nullable String method,
    @Nullable String path,
    @Nullable String permission,
    @Nullable Long campaignId,
    @Nullable String address,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant refusedAt) {

  static RefusalRow from(RefusedRequest request, KeyRow key) {
    return new RefusalRow(
        null,
        key.tenantId(),
        request.requestId(),
        key.id(),
        key.masked(),
        request.code(),
        request.line().map(RequestLine::method).orElse(null),
        request.line().map(RequestLine::path).orElse(null),
        request.permission().map(Permission::label).orElse(null),
        request.campaign().map(CampaignId::value).orElse(null),
        request.address().map(InetAddress::getHostAddress).orElse(null),
        request.at());
  }

  NotedRefusal toNoted() {
    RefusedRequest request = new RefusedRequest(
        requestId,
        new KeyId(keyId),
        code,
        method == null || path == null ? Optional.empty() : Optional.of(new RequestLine(method, path)),
        Optional.ofNullable(permission).flatMap(Permission::labelled),
        Optional.ofNullable(campaignId).map(CampaignId::new),
        Optional.ofNullable(address).map(InetAddress::ofLiteral),
        refusedAt);
    return new NotedRefusal(request, new MaskedKey(masked));
  }
}
