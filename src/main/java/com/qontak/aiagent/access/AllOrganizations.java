package com.qontak.aiagent.access;

import java.util.List;

/** Every organization there is, for work that is done for all of them and in nobody's name. */
public interface AllOrganizations {

    /**
     * @return all of them, as they are now, by id; never null
     * @throws org.springframework.dao.DataAccessException if the database cannot answer (transient)
     */
    List<Organization> all();
}
