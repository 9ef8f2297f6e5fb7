package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;
import java.util.Set;

/** Calls of the JDK and of common libraries that may block their thread. */
final class BlockingCalls {

  private static final List<PackageScope> PACKAGES = List.of(new PackageScope("java.sql"),
      new PackageScope("javax.sql"),
      new PackageScope("javax.naming"));

  /** Types of which every constructor and method may block. */
  private static final List<String> TYPES = List.of(
      "io.micronaut.http.client.BlockingHttpClient",
      "java.io.Console",
      "java.io.FileInputStream",
      "java.io.FileOutputStream",
      "java.io.FileReader",
      "java.io.FileWriter",
      "java.io.RandomAccessFile",
      "java.lang.Process",
      "java.lang.ProcessBuilder",
      "java.net.DatagramSocket",
      "java.net.ServerSocket",
      "java.net.Socket",
      "java.net.URLConnection",
      "java.nio.channels.FileChannel",
      "java.nio.channels.SocketChannel",
      "java.nio.file.Files",
      "java.util.concurrent.locks.LockSupport");

  /** Types whose content is in memory. */
  private static final List<String> IN_MEMORY = List.of(
      "io.netty.buffer.ByteBufInputStream", "java.io.ByteArrayInputStream", "java.io.CharArrayReader",
      "java.io.StringReader");

  private static final Set<String> MEMBERS = Set.of(
      "io.micronaut.http.client.HttpClient.toBlocking",
      "io.netty.util.concurrent.Future.await",
      "io.netty.util.concurrent.Future.awaitUninterruptibly",
      "io.netty.util.concurrent.Future.sync",
      "io.netty.util.concurrent.Future.syncUninterruptibly",
      "java.io.BufferedReader.lines",
      "java.io.BufferedReader.readLine",
      "java.io.File.createNewFile",
      "java.io.File.delete",
      "java.io.File.exists",
      "java.io.File.isDirectory",
      "java.io.File.isFile",
      "java.io.File.length",
      "java.io.File.list",
      "java.io.File.listFiles",
      "java.io.File.mkdir",
      "java.io.File.mkdirs",
      "java.io.File.renameTo",
      "java.io.InputStream.read",
      "java.io.InputStream.readAllBytes",
      "java.io.InputStream.readNBytes",
      "java.io.InputStream.skip",
      "java.io.InputStream.transferTo",
      "java.io.Reader.read",
      "java.io.Reader.transferTo",
      "java.lang.Object.wait",
      "java.lang.Runtime.exec",
      "java.lang.Thread.join",
      "java.lang.Thread.sleep",
      "java.net.InetAddress.getAllByName",
      "java.net.InetAddress.getByName",
      "java.net.InetAddress.getCanonicalHostName",
      "java.net.InetAddress.getHostName",
      "java.net.InetAddress.getLocalHost",
      "java.net.InetAddress.isReachable",
      "java.net.URL.getContent",
      "java.net.URL.openConnection",
      "java.net.URL.openStream",
      "java.net.http.HttpClient.send",
      "java.util.concurrent.BlockingDeque.putFirst",
      "java.util.concurrent.BlockingDeque.putLast",
      "java.util.concurrent.BlockingDeque.takeFirst",
      "java.util.concurrent.BlockingDeque.takeLast",
      "java.util.concurrent.BlockingQueue.put",
      "java.util.concurrent.BlockingQueue.take",
      "java.util.concurrent.CompletableFuture.join",
      "java.util.concurrent.CompletionService.take",
      "java.util.concurrent.CountDownLatch.await",
      "java.util.concurrent.CyclicBarrier.await",
      "java.util.concurrent.Exchanger.exchange",
      "java.util.concurrent.ExecutorService.awaitTermination",
      "java.util.concurrent.ExecutorService.close",
      "java.util.concurrent.ExecutorService.invokeAll",
      "java.util.concurrent.ExecutorService.invokeAny",
      "java.util.concurrent.ForkJoinPool.invoke",
      "java.util.concurrent.ForkJoinTask.invoke",
      "java.util.concurrent.ForkJoinTask.join",
      "java.util.concurrent.Future.get",
      "java.util.concurrent.Phaser.arriveAndAwaitAdvance",
      "java.util.concurrent.Phaser.awaitAdvance",
      "java.util.concurrent.Semaphore.acquire",
      "java.util.concurrent.Semaphore.acquireUninterruptibly",
      "java.util.concurrent.locks.Condition.await",
      "java.util.concurrent.locks.Condition.awaitNanos",
      "java.util.concurrent.locks.Condition.awaitUninterruptibly",
      "java.util.concurrent.locks.Condition.awaitUntil",
      "java.util.concurrent.locks.Lock.lock",
      "java.util.concurrent.locks.Lock.lockInterruptibly",
      "java.util.concurrent.locks.StampedLock.readLock",
      "java.util.concurrent.locks.StampedLock.writeLock",
      "reactor.core.publisher.Flux.blockFirst",
      "reactor.core.publisher.Flux.blockLast",
      "reactor.core.publisher.Flux.toIterable",
      "reactor.core.publisher.Flux.toStream",
      "reactor.core.publisher.Mono.block",
      "reactor.core.publisher.Mono.blockOptional");

  /** Members of which only the overload with a time-out may block. */
  private static final Set<String> MEMBERS_WITH_A_TIMEOUT = Set.of(
      "java.util.concurrent.BlockingQueue.offer",
      "java.util.concurrent.BlockingQueue.poll",
      "java.util.concurrent.Semaphore.tryAcquire",
      "java.util.concurrent.locks.Lock.tryLock");

  private BlockingCalls() {}

  static boolean include(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && IN_MEMORY.stream().noneMatch(owner::isAssignableTo)
        && (PACKAGES.stream().anyMatch(name -> name.holds(owner))
            || TYPES.stream().anyMatch(owner::isAssignableTo)
            || owner.getAllClassesSelfIsAssignableTo().stream()
                .map(type -> type.getName() + "." + target.getName())
                .anyMatch(member -> MEMBERS.contains(member)
                    || (MEMBERS_WITH_A_TIMEOUT.contains(member) && hasTimeout(target))));
  }

  private static boolean hasTimeout(AccessTarget.CodeUnitAccessTarget target) {
    return target.getRawParameterTypes().stream()
        .anyMatch(type -> type.getName().equals("java.util.concurrent.TimeUnit"));
  }
}
