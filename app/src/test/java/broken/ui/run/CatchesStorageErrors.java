package broken.ui.run;

import org.springframework.dao.DataAccessException;

record CatchesStorageErrors(DataAccessException error) {}
