package com.qontak.aiagent.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database that one test, or one class of tests, has to itself.
 *
 * @param url its JDBC URL, without credentials
 * @param user a superuser's name
 * @param password that user's password
 */
public record FreshDatabase(String url, String user, String password) {

    /** @return unpooled connections of the superuser */
    public DataSource dataSource() {
        return dataSource(user, password);
    }

    /**
     * @param user the role to connect as
     * @param password the password to give
     * @return unpooled connections of that role
     */
    public DataSource dataSource(String user, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    /**
     * @param mostAtOnce how many connections there are at most
     * @param patience how long one is waited for
     * @return a pool of the user's connections, which whoever asked for it closes; it keeps none that nobody uses
     */
    public HikariDataSource pool(int mostAtOnce, Duration patience) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(user);
        settings.setPassword(password);
        settings.setMaximumPoolSize(mostAtOnce);
        settings.setMinimumIdle(0);
        settings.setConnectionTimeout(patience.toMillis());
        return new HikariDataSource(settings);
    }
}
