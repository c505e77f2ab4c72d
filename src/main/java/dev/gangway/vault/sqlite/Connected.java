package dev.gangway.vault.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A connection to an SQLite file, with each statement prepared once. Not safe for several threads at a time.
 *
 * <p>Every method throws {@link SqlFailure} where SQLite refuses.
 */
final class Connected implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final List<AutoCloseable> alongside = new ArrayList<>();
    private final List<AutoCloseable> after = new ArrayList<>();
    private boolean inTransaction;

    /** What SQLite refused; the cause tells its result code. */
    static final class SqlFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SqlFailure(SQLException cause) {
            super(cause);
        }
    }

    /** One row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    private Connected(Connection connection) {
        this.connection = connection;
    }

    static Connected to(DataSource source) {
        return failing(() -> new Connected(source.getConnection()));
    }

    /** Runs a statement whose arguments are texts, numbers and byte arrays. */
    void run(String sql, Object... arguments) {
        failing(sql, () -> {
            PreparedStatement statement = statement(sql, arguments);
            if (statement.execute()) {
                statement.getResultSet().close(); // one that stays open keeps a lock
            }
            return 0;
        });
    }

    /** Every row. */
    <T> List<T> list(String sql, Row<T> row, Object... arguments) {
        List<T> all = new ArrayList<>();
        each(sql, row, all::add, arguments);
        return all;
    }

    /** The first row, where there is one. */
    <T> Optional<T> first(String sql, Row<T> row, Object... arguments) {
        return failing(sql, () -> {
            try (ResultSet result = statement(sql, arguments).executeQuery()) {
                return result.next() ? Optional.of(row.read(result)) : Optional.empty();
            }
        });
    }

    /** Lends each row as it comes. */
    <T> void each(String sql, Row<T> row, Consumer<T> use, Object... arguments) {
        failing(sql, () -> {
            try (ResultSet result = statement(sql, arguments).executeQuery()) {
                while (result.next()) {
                    use.accept(row.read(result));
                }
                return 0;
            }
        });
    }

    /** The one number that a query is about. */
    long number(String sql, Object... arguments) {
        return first(sql, row -> row.getLong(1), arguments).orElse(0L);
    }

    boolean isInTransaction() {
        return inTransaction;
    }

    /** All or nothing of what it does. */
    void transaction(Runnable work) {
        begin();
        boolean done = false;
        try {
            work.run();
            commit();
            done = true;
        } finally {
            if (!done) {
                rollback();
            }
        }
    }

    void begin() {
        run("BEGIN IMMEDIATE");
        inTransaction = true;
    }

    void commit() {
        run("COMMIT");
        inTransaction = false;
    }

    /** Takes everything back since {@link #begin}; SQLite has done so by itself where the disk was full. */
    void rollback() {
        if (inTransaction) {
            inTransaction = false;
            try {
                run("ROLLBACK");
            } catch (SqlFailure nothingToTakeBack) {
                // SQLite: "cannot rollback - no transaction is active"
            }
        }
    }

    /** Has this closed with the connection. */
    void closeWith(AutoCloseable other) {
        alongside.add(other);
    }

    /** Has this closed after the connection. */
    void closeLast(AutoCloseable other) {
        after.add(other);
    }

    @Override
    public void close() {
        failing(() -> {
            try (connection) { // and with it every statement
                for (AutoCloseable each : alongside) {
                    closed(each);
                }
            }
            for (AutoCloseable each : after) {
                closed(each);
            }
            return 0;
        });
    }

    private static void closed(AutoCloseable other) throws SQLException {
        try {
            other.close();
        } catch (Exception e) { // whatever it declares
            throw new SQLException(e);
        }
    }

    private PreparedStatement statement(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case String text -> statement.setString(i + 1, text);
                default -> throw new IllegalArgumentException("no SQL of " + arguments[i].getClass());
            }
        }
        return statement;
    }

    /** A statement that failed is prepared anew next time: the driver closes it, for example where the disk was full. */
    private <T> T failing(String sql, Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            try (PreparedStatement failed = prepared.remove(sql)) {
                throw new SqlFailure(e);
            } catch (SQLException closing) {
                throw new SqlFailure(e);
            }
        }
    }

    private static <T> T failing(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
