-- A form as somebody is writing it. Its key may be of no form yet; one draft a form, so that two never become the same
-- version. An id is never used again: a page of a draft that is gone must not act on the next.
CREATE TABLE form_drafts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  form_key TEXT NOT NULL UNIQUE,
  from_version_id INTEGER REFERENCES form_versions,
  document TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  edited_by INTEGER REFERENCES people,
  edited_at TEXT NOT NULL
) STRICT;
