-- The whole house of the main job: people, register, forms, samples, audits, results, concerns, actions, trail.
-- Dates are YYYY-MM-DD, times UTC ISO. Words of children or workers stand only in answers, answer_history,
-- fact_points, returns, concerns, concern_steps, actions and action_steps: these are what erasing empties.

-- People -----------------------------------------------------------------------------------------------------------

CREATE TABLE teams (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> ''),
  ended_on TEXT
) STRICT;

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  added_at TEXT NOT NULL,
  left_on TEXT
) STRICT;

CREATE TABLE name_spellings (
  spelling TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people,
  confirmed_by INTEGER REFERENCES people,
  confirmed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX name_spellings_person ON name_spellings (person_id);

CREATE TABLE memberships (
  person_id INTEGER NOT NULL REFERENCES people,
  team_id INTEGER NOT NULL REFERENCES teams,
  from_on TEXT NOT NULL,
  until_on TEXT CHECK (until_on IS NULL OR until_on >= from_on),
  PRIMARY KEY (person_id, team_id, from_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_team ON memberships (team_id);

CREATE TABLE roles_held (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people,
  role TEXT NOT NULL CHECK (role IN ('practitioner', 'auditor', 'team-lead', 'head', 'inspector', 'administrator')),
  team_id INTEGER REFERENCES teams,
  from_on TEXT NOT NULL,
  until_on TEXT CHECK (until_on IS NULL OR until_on >= from_on),
  given_by INTEGER REFERENCES people,
  CHECK ((role = 'team-lead') = (team_id IS NOT NULL))
) STRICT;
CREATE INDEX roles_held_person ON roles_held (person_id, role);
CREATE INDEX roles_held_team ON roles_held (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX roles_held_role ON roles_held (role) WHERE until_on IS NULL;

CREATE TABLE accounts (
  person_id INTEGER PRIMARY KEY REFERENCES people,
  sign_in_name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(sign_in_name) <> ''),
  password_hash TEXT NOT NULL,
  must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
  disabled_at TEXT
) STRICT;

CREATE TABLE sessions (
  id_hash TEXT PRIMARY KEY,
  person_id INTEGER REFERENCES people,
  data TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_expiry ON sessions (expires_at);
CREATE INDEX sessions_person ON sessions (person_id);

-- Register ---------------------------------------------------------------------------------------------------------

-- An id is never used again: a page of a file that is gone must not act on the next.
CREATE TABLE uploads (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  digest TEXT NOT NULL,
  choices TEXT NOT NULL DEFAULT '{}',
  received_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX uploads_person ON uploads (person_id);
CREATE INDEX uploads_expiry ON uploads (expires_at);

CREATE TABLE mappings (
  headings_digest TEXT PRIMARY KEY,
  columns TEXT NOT NULL,
  vals TEXT NOT NULL,
  kept_by INTEGER REFERENCES people,
  kept_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  made_by INTEGER REFERENCES people,
  made_at TEXT NOT NULL,
  file_digest TEXT NOT NULL,
  mapping TEXT NOT NULL,
  rows INTEGER NOT NULL,
  cases INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  faulty INTEGER NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL
) STRICT;

CREATE TABLE import_faults (
  import_id INTEGER NOT NULL REFERENCES imports,
  line INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (import_id, line, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  reference TEXT UNIQUE,
  age INTEGER CHECK (age BETWEEN 8 AND 25),
  sex TEXT,
  ethnicity TEXT,
  looked_after TEXT CHECK (looked_after IN ('yes', 'no')),
  child_protection TEXT CHECK (child_protection IN ('yes', 'no')),
  last_import_id INTEGER REFERENCES imports,
  erased_at TEXT,
  CHECK ((reference IS NULL) = (erased_at IS NOT NULL))
) STRICT;
CREATE INDEX cases_last_import ON cases (last_import_id);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases,
  order_type TEXT NOT NULL,
  order_group TEXT NOT NULL CHECK (order_group IN ('court-community', 'custody', 'out-of-court')),
  started_on TEXT NOT NULL,
  ends_on TEXT CHECK (ends_on IS NULL OR ends_on >= started_on),
  status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
  harm_level TEXT CHECK (harm_level IN ('low', 'medium', 'high', 'very-high')),
  safety_level TEXT CHECK (safety_level IN ('low', 'medium', 'high', 'very-high')),
  reoffending_level TEXT CHECK (reoffending_level IN ('low', 'medium', 'high', 'very-high')),
  custody_entry_on TEXT,
  mappa_level TEXT CHECK (mappa_level IN ('1', '2', '3')),
  practitioner_id INTEGER REFERENCES people,
  team_id INTEGER REFERENCES teams,
  last_import_id INTEGER REFERENCES imports,
  UNIQUE (case_id, order_type, started_on)
) STRICT;
CREATE INDEX orders_team ON orders (team_id, status);
CREATE INDEX orders_practitioner ON orders (practitioner_id, status);

CREATE TABLE register_changes (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports,
  case_id INTEGER NOT NULL REFERENCES cases,
  order_id INTEGER REFERENCES orders,
  fact TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX register_changes_case ON register_changes (case_id);
CREATE INDEX register_changes_import ON register_changes (import_id);
CREATE INDEX register_changes_practitioner ON register_changes (before) WHERE fact = 'practitioner';

-- Forms ------------------------------------------------------------------------------------------------------------

CREATE TABLE forms (
  key TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('library', 'service', 're-audit')),
  measures TEXT NOT NULL CHECK (measures IN ('quality', 'compliance', 'inspection', 'service')),
  retired_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE form_versions (
  id INTEGER PRIMARY KEY,
  form_key TEXT NOT NULL REFERENCES forms,
  version INTEGER NOT NULL CHECK (version >= 1),
  document TEXT NOT NULL,
  digest TEXT NOT NULL,
  published_by INTEGER REFERENCES people,
  published_at TEXT NOT NULL,
  UNIQUE (form_key, version)
) STRICT;

CREATE TABLE form_items (
  form_version_id INTEGER NOT NULL REFERENCES form_versions,
  item_key TEXT NOT NULL,
  position INTEGER NOT NULL,
  section_key TEXT NOT NULL,
  about TEXT NOT NULL CHECK (about IN ('practice', 'oversight', 'partners', 'service')),
  kind TEXT NOT NULL,
  scale TEXT,
  weight REAL NOT NULL,
  meaning_digest TEXT NOT NULL,
  PRIMARY KEY (form_version_id, item_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_items_key ON form_items (item_key);

CREATE TABLE form_item_themes (
  form_version_id INTEGER NOT NULL,
  theme TEXT NOT NULL,
  item_key TEXT NOT NULL,
  home INTEGER NOT NULL CHECK (home IN (0, 1)),
  PRIMARY KEY (form_version_id, theme, item_key),
  FOREIGN KEY (form_version_id, item_key) REFERENCES form_items
) STRICT, WITHOUT ROWID;

-- Samples ----------------------------------------------------------------------------------------------------------

CREATE TABLE samples (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  purpose TEXT NOT NULL CHECK (purpose IN ('routine', 'sweep', 'targeted', 're-audit', 'inspection', 'practice')),
  subject TEXT NOT NULL DEFAULT 'order' CHECK (subject IN ('order', 'victim', 'service')),
  form_version_id INTEGER NOT NULL REFERENCES form_versions,
  method TEXT NOT NULL CHECK (method IN ('simple', 'per-practitioner', 'whole', 'chosen')),
  size INTEGER NOT NULL CHECK (size >= 0),
  rules TEXT NOT NULL,
  reason TEXT,
  import_id INTEGER REFERENCES imports,
  frame_digest TEXT NOT NULL,
  seed TEXT NOT NULL,
  drawn_at TEXT NOT NULL,
  drawn_by INTEGER REFERENCES people,
  again_of INTEGER REFERENCES samples,
  again_reason TEXT,
  due_on TEXT NOT NULL,
  CHECK ((again_of IS NULL) = (again_reason IS NULL)),
  CHECK (method <> 'chosen' OR reason IS NOT NULL)
) STRICT;
CREATE INDEX samples_drawn ON samples (drawn_at);
CREATE INDEX samples_drawn_by ON samples (drawn_by);
CREATE INDEX samples_frame ON samples (frame_digest, form_version_id);

CREATE TABLE frame_rows (
  sample_id INTEGER NOT NULL REFERENCES samples,
  unit TEXT NOT NULL,
  case_id INTEGER REFERENCES cases,
  order_id INTEGER REFERENCES orders,
  practitioner_id INTEGER REFERENCES people,
  team_id INTEGER REFERENCES teams,
  facts TEXT NOT NULL,
  excluded_by TEXT,
  stratum TEXT,
  rank INTEGER,
  PRIMARY KEY (sample_id, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX frame_rows_rank ON frame_rows (sample_id, stratum, rank);
CREATE INDEX frame_rows_case ON frame_rows (case_id);

CREATE TABLE sample_places (
  sample_id INTEGER NOT NULL,
  unit TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  in_place_of TEXT,
  left_at TEXT,
  left_by INTEGER REFERENCES people,
  left_code TEXT CHECK (left_code IN ('transferred', 'empty', 'conflict', 'ineligible', 'other')),
  left_reason TEXT,
  PRIMARY KEY (sample_id, unit),
  FOREIGN KEY (sample_id, unit) REFERENCES frame_rows
) STRICT, WITHOUT ROWID;

-- Audits -----------------------------------------------------------------------------------------------------------

CREATE TABLE audits (
  id INTEGER PRIMARY KEY,
  sample_id INTEGER NOT NULL REFERENCES samples,
  unit TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT 'order' CHECK (subject IN ('order', 'victim', 'service')),
  case_id INTEGER REFERENCES cases,
  order_id INTEGER REFERENCES orders,
  form_version_id INTEGER NOT NULL REFERENCES form_versions,
  form_key TEXT NOT NULL REFERENCES forms,
  practitioner_id INTEGER REFERENCES people,
  team_id INTEGER REFERENCES teams,
  work_of_id INTEGER REFERENCES people,
  work_shared INTEGER NOT NULL DEFAULT 0 CHECK (work_shared IN (0, 1)),
  auditor_id INTEGER NOT NULL REFERENCES people,
  reading TEXT NOT NULL DEFAULT 'only' CHECK (reading IN ('only', 'first', 'second')),
  reaudit_of INTEGER REFERENCES audits,
  state TEXT NOT NULL CHECK (state IN ('assigned', 'in-progress', 'submitted', 'returned', 'agreed', 'withdrawn')),
  revision INTEGER NOT NULL DEFAULT 0,
  due_on TEXT NOT NULL,
  begun_at TEXT,
  read_on TEXT,
  levels_shown_at TEXT,
  submitted_at TEXT,
  facts_until TEXT,
  facts_closed TEXT CHECK (facts_closed IN ('nothing-to-put-right', 'read-together', 'given-on-paper')),
  facts_closed_on TEXT,
  facts_closed_by INTEGER REFERENCES people,
  facts_closed_with TEXT,
  agreed_on TEXT,
  agreed_at TEXT,
  agreed_by INTEGER REFERENCES people,
  no_action_reason TEXT,
  CHECK (agreed_by IS NULL OR agreed_by <> auditor_id),
  CHECK ((state = 'agreed') = (agreed_on IS NOT NULL)),
  CHECK ((facts_closed IS NULL) = (facts_closed_on IS NULL))
) STRICT;
CREATE INDEX audits_auditor ON audits (auditor_id, state);
CREATE INDEX audits_agreed ON audits (agreed_on) WHERE agreed_on IS NOT NULL;
CREATE INDEX audits_practitioner ON audits (practitioner_id, state);
CREATE INDEX audits_work_of ON audits (work_of_id, agreed_on);
CREATE INDEX audits_team ON audits (team_id, agreed_on);
CREATE INDEX audits_team_state ON audits (team_id, state);
CREATE INDEX audits_form ON audits (form_key, agreed_on);
CREATE INDEX audits_case ON audits (case_id, agreed_on);
CREATE INDEX audits_sample ON audits (sample_id, unit);
CREATE INDEX audits_state ON audits (state, due_on);

CREATE TABLE audit_facts (
  audit_id INTEGER NOT NULL REFERENCES audits,
  fact TEXT NOT NULL,
  register_value TEXT,
  value TEXT,
  corrected_by INTEGER REFERENCES people,
  corrected_at TEXT,
  PRIMARY KEY (audit_id, fact)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_moves (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audits,
  from_state TEXT,
  to_state TEXT NOT NULL,
  auditor_id INTEGER REFERENCES people,
  reason TEXT,
  by_id INTEGER REFERENCES people,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX audit_moves_audit ON audit_moves (audit_id);

-- Occurrence 0 says 'none in the period'; rows are 1, 2, 3 ...
CREATE TABLE occurrences (
  audit_id INTEGER NOT NULL REFERENCES audits,
  group_key TEXT NOT NULL,
  occurrence INTEGER NOT NULL CHECK (occurrence >= 0),
  position INTEGER NOT NULL,
  removed_at TEXT,
  PRIMARY KEY (audit_id, group_key, occurrence)
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
  audit_id INTEGER NOT NULL REFERENCES audits,
  item_key TEXT NOT NULL,
  occurrence INTEGER NOT NULL DEFAULT 0,
  value TEXT,
  note TEXT,
  evidence TEXT,
  reason TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  by_id INTEGER REFERENCES people,
  at TEXT NOT NULL,
  PRIMARY KEY (audit_id, item_key, occurrence)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_history (
  audit_id INTEGER NOT NULL REFERENCES audits,
  item_key TEXT NOT NULL,
  occurrence INTEGER NOT NULL,
  version INTEGER NOT NULL,
  value TEXT,
  note TEXT,
  evidence TEXT,
  reason TEXT,
  by_id INTEGER REFERENCES people,
  at TEXT NOT NULL,
  PRIMARY KEY (audit_id, item_key, occurrence, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE come_backs (
  audit_id INTEGER NOT NULL REFERENCES audits,
  person_id INTEGER NOT NULL REFERENCES people,
  item_key TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (audit_id, person_id, item_key)
) STRICT, WITHOUT ROWID;

-- item_key is null for what the practitioner adds to the whole.
CREATE TABLE fact_points (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audits,
  item_key TEXT,
  said TEXT,
  by_id INTEGER NOT NULL REFERENCES people,
  at TEXT NOT NULL,
  reply TEXT,
  outcome TEXT CHECK (outcome IN ('changed', 'stands', 'noted')),
  replied_by INTEGER REFERENCES people,
  replied_at TEXT
) STRICT;
CREATE INDEX fact_points_audit ON fact_points (audit_id);
CREATE INDEX fact_points_open ON fact_points (audit_id) WHERE outcome IS NULL;

CREATE TABLE returns (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audits,
  item_key TEXT,
  reason TEXT,
  by_id INTEGER NOT NULL REFERENCES people,
  at TEXT NOT NULL,
  answered_at TEXT
) STRICT;
CREATE INDEX returns_audit ON returns (audit_id);

CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people,
  kind TEXT NOT NULL CHECK (kind IN ('selected', 'result', 'reply', 'agreed', 'returned', 'assigned', 'withdrawn')),
  audit_id INTEGER REFERENCES audits,
  made_at TEXT NOT NULL,
  seen_at TEXT,
  handed_over_by INTEGER REFERENCES people
) STRICT;
CREATE INDEX notices_person ON notices (person_id, seen_at);
CREATE INDEX notices_audit ON notices (audit_id);

-- Results: written with submission, for good at agreement -----------------------------------------------------------

CREATE TABLE audit_results (
  audit_id INTEGER PRIMARY KEY REFERENCES audits,
  score REAL,
  practice_score REAL,
  scored INTEGER NOT NULL,
  not_evidenced INTEGER NOT NULL,
  grade_before_caps TEXT,
  computed_grade TEXT,
  own_grade TEXT,
  caps TEXT NOT NULL,
  met INTEGER NOT NULL,
  met_adjusted INTEGER NOT NULL,
  due INTEGER NOT NULL,
  harm_first TEXT,
  harm_level TEXT,
  harm_service TEXT,
  safety_first TEXT,
  safety_level TEXT,
  safety_service TEXT
) STRICT;

CREATE TABLE section_results (
  audit_id INTEGER NOT NULL REFERENCES audits,
  section_key TEXT NOT NULL,
  points REAL NOT NULL,
  weight REAL NOT NULL,
  judgement TEXT,
  PRIMARY KEY (audit_id, section_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE theme_results (
  audit_id INTEGER NOT NULL REFERENCES audits,
  theme TEXT NOT NULL,
  points REAL NOT NULL,
  weight REAL NOT NULL,
  practice_points REAL NOT NULL,
  practice_weight REAL NOT NULL,
  PRIMARY KEY (audit_id, theme)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_results (
  audit_id INTEGER NOT NULL REFERENCES audits,
  item_key TEXT NOT NULL,
  occurrence INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  worth REAL,
  weight REAL NOT NULL,
  days REAL,
  limit_used TEXT,
  reason TEXT,
  PRIMARY KEY (audit_id, item_key, occurrence)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_results_outcome ON item_results (item_key, outcome, audit_id);

-- Concerns and actions -----------------------------------------------------------------------------------------------

-- Without a team: for the whole service. Position 1 is asked first, 2 is the deputy.
CREATE TABLE concern_contacts (
  id INTEGER PRIMARY KEY,
  team_id INTEGER REFERENCES teams,
  position INTEGER NOT NULL CHECK (position IN (1, 2)),
  person_id INTEGER NOT NULL REFERENCES people,
  telephone TEXT NOT NULL CHECK (trim(telephone) <> ''),
  set_at TEXT NOT NULL,
  until_on TEXT
) STRICT;
CREATE INDEX concern_contacts_team ON concern_contacts (team_id, position);
CREATE INDEX concern_contacts_person ON concern_contacts (person_id);

CREATE TABLE concerns (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER REFERENCES audits,
  case_id INTEGER REFERENCES cases,
  team_id INTEGER REFERENCES teams,
  item_key TEXT,
  said TEXT,
  raised_by INTEGER NOT NULL REFERENCES people,
  raised_at TEXT NOT NULL,
  named_id INTEGER NOT NULL REFERENCES people,
  deputy_id INTEGER REFERENCES people,
  state TEXT NOT NULL CHECK (state IN ('raised', 'acknowledged', 'closed'))
) STRICT;
CREATE INDEX concerns_named ON concerns (named_id, state);
CREATE INDEX concerns_deputy ON concerns (deputy_id, state) WHERE deputy_id IS NOT NULL;
CREATE INDEX concerns_state ON concerns (state);
CREATE INDEX concerns_team ON concerns (team_id);
CREATE INDEX concerns_audit ON concerns (audit_id);
CREATE INDEX concerns_case ON concerns (case_id);
CREATE INDEX concerns_raised_by ON concerns (raised_by);

CREATE TABLE concern_steps (
  id INTEGER PRIMARY KEY,
  concern_id INTEGER NOT NULL REFERENCES concerns,
  kind TEXT NOT NULL CHECK (kind IN ('acknowledged', 'passed-on', 'done', 'in-error', 'closed')),
  said TEXT,
  to_id INTEGER REFERENCES people,
  by_id INTEGER REFERENCES people,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX concern_steps_concern ON concern_steps (concern_id);

CREATE TABLE actions (
  id INTEGER PRIMARY KEY,
  about TEXT NOT NULL CHECK (about IN ('case', 'practice', 'service')),
  audit_id INTEGER REFERENCES audits,
  item_key TEXT,
  theme TEXT,
  practitioner_id INTEGER REFERENCES people,
  team_id INTEGER REFERENCES teams,
  wording TEXT,
  good_looks_like TEXT,
  owner_id INTEGER NOT NULL REFERENCES people,
  due_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'completed', 'verified', 'dropped')),
  made_by INTEGER REFERENCES people,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX actions_owner ON actions (owner_id, state, due_on);
CREATE INDEX actions_team ON actions (team_id, state, due_on);
CREATE INDEX actions_state ON actions (state, due_on);
CREATE INDEX actions_audit ON actions (audit_id);
CREATE INDEX actions_practitioner ON actions (practitioner_id, state);
CREATE INDEX actions_theme ON actions (theme, state);

CREATE TABLE action_steps (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES actions,
  kind TEXT NOT NULL CHECK (kind IN ('completed', 'verified', 'reopened', 'moved', 'handed-over', 'dropped')),
  said TEXT,
  due_on TEXT,
  owner_id INTEGER REFERENCES people,
  by_id INTEGER NOT NULL REFERENCES people,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX action_steps_action ON action_steps (action_id);

-- House ---------------------------------------------------------------------------------------------------------------

CREATE TABLE trail (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  person_id INTEGER REFERENCES people,
  act TEXT NOT NULL,
  thing TEXT,
  thing_id INTEGER,
  details TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX trail_thing ON trail (thing, thing_id);
CREATE INDEX trail_person ON trail (person_id, at);

CREATE TABLE settings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  set_by INTEGER REFERENCES people,
  set_at TEXT NOT NULL
) STRICT;
CREATE INDEX settings_key ON settings (key, id);

-- Open only while the act of erasing runs: what the triggers below look for.
CREATE TABLE erasures (
  id INTEGER PRIMARY KEY,
  case_id INTEGER REFERENCES cases,
  person_id INTEGER REFERENCES people,
  rule TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  ended_at TEXT,
  by_id INTEGER REFERENCES people
) STRICT;
CREATE INDEX erasures_open ON erasures (id) WHERE ended_at IS NULL;

-- What never changes ---------------------------------------------------------------------------------------------------

CREATE TRIGGER form_versions_stay BEFORE UPDATE ON form_versions BEGIN SELECT RAISE(ABORT, 'a published form version never changes'); END;
CREATE TRIGGER form_versions_remain BEFORE DELETE ON form_versions BEGIN SELECT RAISE(ABORT, 'a published form version never changes'); END;
CREATE TRIGGER form_items_stay BEFORE UPDATE ON form_items BEGIN SELECT RAISE(ABORT, 'a published form version never changes'); END;
CREATE TRIGGER form_items_remain BEFORE DELETE ON form_items BEGIN SELECT RAISE(ABORT, 'a published form version never changes'); END;

CREATE TRIGGER samples_stay BEFORE UPDATE ON samples BEGIN SELECT RAISE(ABORT, 'a drawn sample never changes'); END;
CREATE TRIGGER samples_remain BEFORE DELETE ON samples BEGIN SELECT RAISE(ABORT, 'a drawn sample never changes'); END;
CREATE TRIGGER frame_rows_stay BEFORE UPDATE ON frame_rows
  WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE ended_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'a drawn sample never changes'); END;
CREATE TRIGGER frame_rows_remain BEFORE DELETE ON frame_rows BEGIN SELECT RAISE(ABORT, 'a drawn sample never changes'); END;

CREATE TRIGGER audits_agreed_stay BEFORE UPDATE ON audits
  WHEN OLD.state = 'agreed' AND NOT EXISTS (SELECT 1 FROM erasures WHERE ended_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'an agreed audit never changes'); END;
CREATE TRIGGER audits_remain BEFORE DELETE ON audits BEGIN SELECT RAISE(ABORT, 'an audit is never deleted'); END;
CREATE TRIGGER answers_agreed_stay BEFORE UPDATE ON answers
  WHEN (SELECT state FROM audits WHERE id = OLD.audit_id) = 'agreed' AND NOT EXISTS (SELECT 1 FROM erasures WHERE ended_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'an agreed audit never changes'); END;
CREATE TRIGGER answers_agreed_closed BEFORE INSERT ON answers
  WHEN (SELECT state FROM audits WHERE id = NEW.audit_id) = 'agreed'
  BEGIN SELECT RAISE(ABORT, 'an agreed audit never changes'); END;
CREATE TRIGGER answers_remain BEFORE DELETE ON answers BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;
CREATE TRIGGER answer_history_stay BEFORE UPDATE ON answer_history
  WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE ended_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'every value of an answer is kept'); END;
CREATE TRIGGER answer_history_remain BEFORE DELETE ON answer_history BEGIN SELECT RAISE(ABORT, 'every value of an answer is kept'); END;
CREATE TRIGGER audit_results_stay BEFORE UPDATE ON audit_results
  WHEN (SELECT state FROM audits WHERE id = OLD.audit_id) = 'agreed' BEGIN SELECT RAISE(ABORT, 'an agreed audit never changes'); END;
CREATE TRIGGER audit_results_remain BEFORE DELETE ON audit_results
  WHEN (SELECT state FROM audits WHERE id = OLD.audit_id) = 'agreed' BEGIN SELECT RAISE(ABORT, 'an agreed audit never changes'); END;
CREATE TRIGGER section_results_remain BEFORE DELETE ON section_results
  WHEN (SELECT state FROM audits WHERE id = OLD.audit_id) = 'agreed' BEGIN SELECT RAISE(ABORT, 'an agreed audit never changes'); END;
CREATE TRIGGER theme_results_remain BEFORE DELETE ON theme_results
  WHEN (SELECT state FROM audits WHERE id = OLD.audit_id) = 'agreed' BEGIN SELECT RAISE(ABORT, 'an agreed audit never changes'); END;
CREATE TRIGGER item_results_remain BEFORE DELETE ON item_results
  WHEN (SELECT state FROM audits WHERE id = OLD.audit_id) = 'agreed' BEGIN SELECT RAISE(ABORT, 'an agreed audit never changes'); END;

CREATE TRIGGER audit_moves_stay BEFORE UPDATE ON audit_moves BEGIN SELECT RAISE(ABORT, 'what happened to an audit stays'); END;
CREATE TRIGGER audit_moves_remain BEFORE DELETE ON audit_moves BEGIN SELECT RAISE(ABORT, 'what happened to an audit stays'); END;
CREATE TRIGGER concerns_remain BEFORE DELETE ON concerns BEGIN SELECT RAISE(ABORT, 'a concern is never deleted'); END;
CREATE TRIGGER concern_steps_remain BEFORE DELETE ON concern_steps BEGIN SELECT RAISE(ABORT, 'a concern is never deleted'); END;
CREATE TRIGGER trail_stay BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'the trail never changes'); END;
CREATE TRIGGER trail_remain BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'the trail never changes'); END;
