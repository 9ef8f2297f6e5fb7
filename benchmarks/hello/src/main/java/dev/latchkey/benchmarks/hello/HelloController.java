package dev.latchkey.benchmarks.hello;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** Answers from the event loop with as little as there can be. */
@Controller("/hello")
@Produces(MediaType.TEXT_PLAIN)
final class HelloController {

  @Get
  String tell() {
    return "Hello";
  }
}
