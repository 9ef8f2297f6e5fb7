package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls of the JDK and of common libraries that may block their thread. */
final class BlockingCalls {

  private static final List<PackageScope> PACKAGES = List.of(
      new PackageScope("jakarta.jms"),
      new PackageScope("jakarta.mail"),
      new PackageScope("jakarta.persistence"),
      new PackageScope("java.rmi"),
      new PackageScope("java.sql"),
      new PackageScope("javax.naming"),
      new PackageScope("javax.sql"));

  /** Types of which every constructor and method may block. */
  private static final List<String> TYPES = List.of(
      "com.google.common.util.concurrent.Uninterruptibles",
      "io.micronaut.http.client.BlockingHttpClient",
      "java.io.Console",
      "java.io.DataInputStream",
      "java.io.FileInputStream",
      "java.io.FileOutputStream",
      "java.io.FileReader",
      "java.io.FileWriter",
      "java.io.ObjectInputStream",
      "java.io.RandomAccessFile",
      "java.lang.Process",
      "java.lang.ProcessBuilder",
      "java.net.DatagramSocket",
      "java.net.ServerSocket",
      "java.net.Socket",
      "java.net.URLConnection",
      "java.nio.channels.DatagramChannel",
      "java.nio.channels.FileChannel",
      "java.nio.channels.ServerSocketChannel",
      "java.nio.channels.SocketChannel",
      "java.nio.file.Files",
      "java.util.concurrent.locks.LockSupport",
      "java.util.prefs.Preferences",
      "java.util.zip.ZipFile");

  /** Types whose content is in memory. */
  private static final List<String> IN_MEMORY = List.of(
      "io.netty.buffer.ByteBufInputStream", "java.io.ByteArrayInputStream", "java.io.CharArrayReader",
      "java.io.StringReader", "java.lang.Throwable", "java.util.Date");

  private static final Set<String> MEMBERS = Set.of(
      "com.google.common.util.concurrent.Futures.getUnchecked",
      "io.micronaut.http.client.HttpClient.toBlocking",
      "io.netty.util.concurrent.Future.await",
      "io.netty.util.concurrent.Future.awaitUninterruptibly",
      "io.netty.util.concurrent.Future.sync",
      "io.netty.util.concurrent.Future.syncUninterruptibly",
      "java.io.BufferedReader.lines",
      "java.io.BufferedReader.readLine",
      "java.io.File.canExecute",
      "java.io.File.canRead",
      "java.io.File.canWrite",
      "java.io.File.createNewFile",
      "java.io.File.createTempFile",
      "java.io.File.delete",
      "java.io.File.exists",
      "java.io.File.getCanonicalFile",
      "java.io.File.getCanonicalPath",
      "java.io.File.getFreeSpace",
      "java.io.File.getTotalSpace",
      "java.io.File.getUsableSpace",
      "java.io.File.isDirectory",
      "java.io.File.isFile",
      "java.io.File.isHidden",
      "java.io.File.lastModified",
      "java.io.File.length",
      "java.io.File.list",
      "java.io.File.listFiles",
      "java.io.File.listRoots",
      "java.io.File.mkdir",
      "java.io.File.mkdirs",
      "java.io.File.renameTo",
      "java.io.File.setLastModified",
      "java.io.InputStream.read",
      "java.io.InputStream.readAllBytes",
      "java.io.InputStream.readNBytes",
      "java.io.InputStream.skip",
      "java.io.InputStream.transferTo",
      "java.io.Reader.read",
      "java.io.Reader.transferTo",
      "java.lang.Class.getResourceAsStream",
      "java.lang.ClassLoader.getResourceAsStream",
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
      "java.net.InetSocketAddress.getHostName",
      "java.net.URL.equals",
      "java.net.URL.getContent",
      "java.net.URL.hashCode",
      "java.net.URL.openConnection",
      "java.net.URL.openStream",
      "java.net.http.HttpClient.awaitTermination",
      "java.net.http.HttpClient.close",
      "java.net.http.HttpClient.send",
      "java.nio.channels.Channel.close",
      "java.nio.channels.GatheringByteChannel.write",
      "java.nio.channels.ReadableByteChannel.read",
      "java.nio.channels.ScatteringByteChannel.read",
      "java.nio.channels.Selector.select",
      "java.nio.channels.WritableByteChannel.write",
      "java.nio.file.Path.toRealPath",
      "java.security.SecureRandom.generateSeed",
      "java.security.SecureRandom.getInstanceStrong",
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
      "java.util.concurrent.ForkJoinPool.awaitQuiescence",
      "java.util.concurrent.ForkJoinPool.invoke",
      "java.util.concurrent.ForkJoinTask.invoke",
      "java.util.concurrent.ForkJoinTask.invokeAll",
      "java.util.concurrent.ForkJoinTask.join",
      "java.util.concurrent.ForkJoinTask.quietlyInvoke",
      "java.util.concurrent.ForkJoinTask.quietlyJoin",
      "java.util.concurrent.Future.get",
      "java.util.concurrent.Phaser.arriveAndAwaitAdvance",
      "java.util.concurrent.Phaser.awaitAdvance",
      "java.util.concurrent.Phaser.awaitAdvanceInterruptibly",
      "java.util.concurrent.Semaphore.acquire",
      "java.util.concurrent.Semaphore.acquireUninterruptibly",
      "java.util.concurrent.TimeUnit.sleep",
      "java.util.concurrent.TimeUnit.timedJoin",
      "java.util.concurrent.TimeUnit.timedWait",
      "java.util.concurrent.TransferQueue.transfer",
      "java.util.concurrent.locks.Condition.await",
      "java.util.concurrent.locks.Condition.awaitNanos",
      "java.util.concurrent.locks.Condition.awaitUninterruptibly",
      "java.util.concurrent.locks.Condition.awaitUntil",
      "java.util.concurrent.locks.Lock.lock",
      "java.util.concurrent.locks.Lock.lockInterruptibly",
      "java.util.concurrent.locks.StampedLock.readLock",
      "java.util.concurrent.locks.StampedLock.readLockInterruptibly",
      "java.util.concurrent.locks.StampedLock.writeLock",
      "java.util.concurrent.locks.StampedLock.writeLockInterruptibly",
      "javax.net.ServerSocketFactory.createServerSocket",
      "javax.net.SocketFactory.createSocket",
      "reactor.core.publisher.Flux.blockFirst",
      "reactor.core.publisher.Flux.blockLast",
      "reactor.core.publisher.Flux.toIterable",
      "reactor.core.publisher.Flux.toStream",
      "reactor.core.publisher.Mono.block",
      "reactor.core.publisher.Mono.blockOptional");

  private static final Set<String> TIMEOUTS = Set.of("java.time.Duration", "java.util.concurrent.TimeUnit");

  /** Members of which only the overload with a time-out may block. */
  private static final Set<String> MEMBERS_WITH_A_TIMEOUT = Set.of(
      "java.util.concurrent.BlockingDeque.offerFirst",
      "java.util.concurrent.BlockingDeque.offerLast",
      "java.util.concurrent.BlockingDeque.pollFirst",
      "java.util.concurrent.BlockingDeque.pollLast",
      "java.util.concurrent.BlockingQueue.offer",
      "java.util.concurrent.BlockingQueue.poll",
      "java.util.concurrent.CompletionService.poll",
      "java.util.concurrent.Semaphore.tryAcquire",
      "java.util.concurrent.TransferQueue.tryTransfer",
      "java.util.concurrent.locks.Lock.tryLock",
      "java.util.concurrent.locks.StampedLock.tryReadLock",
      "java.util.concurrent.locks.StampedLock.tryWriteLock");

  /** Members of which only an overload with such a parameter may block. */
  private static final Map<String, Set<String>> MEMBERS_WITH_A_PARAMETER = Map.of(
      "java.io.PrintStream.<init>", Set.of("java.io.File", "java.lang.String"),
      "java.io.PrintWriter.<init>", Set.of("java.io.File", "java.lang.String"),
      "java.net.InetSocketAddress.<init>", Set.of("java.lang.String"),
      "java.util.Formatter.<init>", Set.of("java.io.File", "java.lang.String"),
      "java.util.Scanner.<init>",
      Set.of("java.io.File", "java.io.InputStream", "java.nio.channels.ReadableByteChannel", "java.nio.file.Path"));

  /** The library names each of its blocking methods so. */
  private static final PackageScope RX = new PackageScope("io.reactivex");

  private BlockingCalls() {}

  static boolean include(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && IN_MEMORY.stream().noneMatch(owner::isAssignableTo)
        && (PACKAGES.stream().anyMatch(name -> name.holds(owner))
            || TYPES.stream().anyMatch(owner::isAssignableTo)
            || (RX.holds(owner) && target.getName().startsWith("blocking"))
            || owner.getAllClassesSelfIsAssignableTo().stream()
                .map(type -> type.getName() + "." + target.getName())
                .anyMatch(member -> isBlocking(member, target)));
  }

  private static boolean isBlocking(String member, AccessTarget.CodeUnitAccessTarget target) {
    return MEMBERS.contains(member)
        || (MEMBERS_WITH_A_TIMEOUT.contains(member) && takes(target, TIMEOUTS))
        || takes(target, MEMBERS_WITH_A_PARAMETER.getOrDefault(member, Set.of()));
  }

  private static boolean takes(AccessTarget.CodeUnitAccessTarget target, Set<String> types) {
    return target.getRawParameterTypes().stream().anyMatch(type -> types.contains(type.getName()));
  }
}
