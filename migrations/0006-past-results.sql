-- What an earlier inspection asked the service to do: the first actions.
CREATE TABLE past_recommendations (
  id INTEGER PRIMARY KEY,
  past_result_id INTEGER NOT NULL REFERENCES past_results,
  wording TEXT NOT NULL CHECK (trim(wording) <> ''),
  action_id INTEGER REFERENCES actions
) STRICT;
CREATE INDEX past_recommendations_result ON past_recommendations (past_result_id);

-- A framework with the rule that somebody read and entered. The highest version holds; earlier ones stay.
CREATE TABLE framework_documents (
  id INTEGER PRIMARY KEY,
  framework TEXT NOT NULL,
  version INTEGER NOT NULL,
  document TEXT NOT NULL,
  entered_by INTEGER REFERENCES people,
  entered_at TEXT NOT NULL,
  UNIQUE (framework, version)
) STRICT;

CREATE TRIGGER framework_documents_stay BEFORE UPDATE ON framework_documents BEGIN SELECT RAISE(ABORT, 'a framework that was entered stays'); END;
CREATE TRIGGER framework_documents_remain BEFORE DELETE ON framework_documents BEGIN SELECT RAISE(ABORT, 'a framework that was entered stays'); END;
