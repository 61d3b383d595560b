package com.qontak.aiagent.impact.assumptions;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.impact.ImpactProperties;
import com.qontak.aiagent.impact.testing.CallerArgument;
import com.qontak.aiagent.impact.testing.ImpactJson;
import com.qontak.aiagent.testing.OwnDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** Both assumptions and their calls on a real database, as the application wires them. */
final class AssumptionsFixture {

    private static final DataSource DATABASE = OwnDatabase.migrated().pool();

    final List<String> audited = new ArrayList<>();
    final Assumptions assumptions;
    final MockMvc http;

    AssumptionsFixture(long organizationId, ImpactProperties properties, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(DATABASE);
        VersionedDocuments<CostDocument> costs =
                new VersionedDocuments<>(jdbc, ImpactJson.mapper(), "cost", CostDocument.class);
        VersionedDocuments<SettingsDocument> settings =
                new VersionedDocuments<>(jdbc, ImpactJson.mapper(), "settings", SettingsDocument.class);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("audit", (ImpactAudit) this::audit);
        ChangeAssumption change = new ChangeAssumption(
                new TransactionTemplate(new JdbcTransactionManager(DATABASE)),
                beans.getBeanProvider(ImpactAudit.class),
                ImpactJson.mapper(),
                clock);
        assumptions = new StoredAssumptions(costs, settings);
        http = MockMvcBuilders.standaloneSetup(
                        new CostController(assumptions, costs, change),
                        new SettingsController(assumptions, settings, change, properties))
                .setMessageConverters(new MappingJackson2HttpMessageConverter(ImpactJson.mapper()))
                .setCustomArgumentResolvers(new CallerArgument(organizationId))
                .build();
    }

    private void audit(Caller caller, String action, long before, long after, List<String> changed) {
        if (caller.requestId().equals("refused")) {
            throw new IllegalStateException("The trail cannot be written");
        }
        audited.add(caller.actorId() + " " + action + " " + before + " " + after + " " + changed);
    }
}
