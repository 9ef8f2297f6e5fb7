package dev.latchkey.adapters.rest.service;

import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A file of the API description: one of this module, or one of Swagger UI's WebJar. */
record DocsFile(SharedFile content, MediaType type) {

  private static final MediaType SCRIPT = MediaType.of("text/javascript;charset=utf-8");
  private static final MediaType STYLE = MediaType.of("text/css;charset=utf-8");
  private static final MediaType YAML = MediaType.of("application/yaml");
  private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");
  private static final MediaType PNG = MediaType.of("image/png");

  private static final String OURS = "/dev/latchkey/adapters/rest/service/";
  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";

  static final DocsFile PAGE = file(OURS + "docs.html", HTML);

  private static final Map<String, DocsFile> ASSETS = Map.of(
      "docs.js", file(OURS + "docs.js", SCRIPT),
      "swagger-ui-bundle.js", file(WEBJAR + "swagger-ui-bundle.js", SCRIPT),
      "swagger-ui.css", file(WEBJAR + "swagger-ui.css", STYLE),
      "favicon-32x32.png", file(WEBJAR + "favicon-32x32.png", PNG));

  /** Returns the description in YAML (RFC 9512), with the address of the server. */
  static DocsFile yaml(PublicAddress address) {
    return description("openapi.yaml", YAML, "- url: /\n", "- url: " + address.text() + "\n");
  }

  /** Returns the description in JSON, with the address of the server. */
  static DocsFile json(PublicAddress address) {
    return description(
        "openapi.json", MediaType.APPLICATION_JSON_TYPE, "{\"url\":\"/\"}", "{\"url\":\"" + address.text() + "\"}");
  }

  private static DocsFile description(String name, MediaType type, String anywhere, String somewhere) {
    String text = new String(read(OURS + name), StandardCharsets.UTF_8);
    if (!text.contains(anywhere)) {
      throw new IllegalStateException(name + " has no server");
    }
    return new DocsFile(SharedFile.of(text.replace(anywhere, somewhere).getBytes(StandardCharsets.UTF_8)), type);
  }

  static Optional<DocsFile> asset(String name) {
    return Optional.ofNullable(ASSETS.get(name));
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream file = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      properties.load(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version", "");
  }

  private static DocsFile file(String path, MediaType type) {
    return new DocsFile(SharedFile.of(read(path)), type);
  }

  private static byte[] read(String path) {
    try (InputStream file = open(path)) {
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream open(String path) {
    InputStream file = DocsFile.class.getResourceAsStream(path);
    if (file == null) {
      throw new IllegalStateException(path + " is missing from the class path");
    }
    return file;
  }
}
