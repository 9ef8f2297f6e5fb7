package dev.latchkey.adapters.rest.desk;

import dev.latchkey.adapters.rest.Client;
import dev.latchkey.adapters.rest.Known;
import java.net.http.HttpRequest;

/** The two ways to a tenant's affairs: they answer alike, but for who may use them. */
enum Door {
  TENANT("/api/v2") {
    @Override
    HttpRequest.Builder request(Client client, String path) {
      return client.withKey(root() + path);
    }
  },

  OPERATOR("/api/platform/v1/tenants/" + Known.TENANT_ID) {
    @Override
    HttpRequest.Builder request(Client client, String path) {
      return client.asOperator(root() + path);
    }
  };

  private final String root;

  Door(String root) {
    this.root = root;
  }

  String root() {
    return root;
  }

  abstract HttpRequest.Builder request(Client client, String path);
}
