/**
 * Keeps everything in a relational database: MySQL, MariaDB, or H2 in a file. SQL and what its drivers throw stay in here.
 */
@NullMarked
package dev.latchkey.adapters.persistence;

import org.jspecify.annotations.NullMarked;
