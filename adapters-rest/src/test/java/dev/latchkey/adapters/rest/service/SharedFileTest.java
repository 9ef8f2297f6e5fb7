package dev.latchkey.adapters.rest.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.Test;

class SharedFileTest {

  private static final byte[] CONTENT = new byte[10_000];

  @Test
  void allAnswersShareOneBufferThatNobodyChangesOrFrees() {
    SharedFile file = SharedFile.of(CONTENT);
    ByteBuf first = body(file);
    ByteBuf second = body(file);

    assertThat(first.isDirect()).isTrue();
    assertThat(first.isReadOnly()).isTrue();
    assertThat(first.nioBuffer().isDirect()).isTrue();
    assertThat(first.unwrap().unwrap()).isSameAs(second.unwrap().unwrap());
    first.readBytes(CONTENT.length / 2);
    first.release();
    assertThat(second.readableBytes()).isEqualTo(CONTENT.length);
    assertThat(body(file).readableBytes()).isEqualTo(CONTENT.length);
  }

  private static ByteBuf body(SharedFile file) {
    return (ByteBuf) file.answer(HttpRequest.GET("/")).body();
  }
}
