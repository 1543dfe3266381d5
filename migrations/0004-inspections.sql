-- The mock inspection. Its readings are audits, its draws are samples. Words about children or workers stand also in
-- sittings, talk_notes, settled_judgements, standard_ratings and findings: erasing empties these too.

CREATE TABLE inspections (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  framework TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('full', 'cases')),
  rules_version TEXT NOT NULL,
  purpose TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
  access_until TEXT NOT NULL CHECK (access_until >= ends_on),
  lead_id INTEGER NOT NULL REFERENCES people,
  state TEXT NOT NULL CHECK (state IN ('prepared', 'running', 'closed')),
  set_up_by INTEGER REFERENCES people,
  set_up_at TEXT NOT NULL
) STRICT;
CREATE INDEX inspections_lead ON inspections (lead_id);

-- Also what stood at each closing, as JSON: a later one stands beside it.
CREATE TABLE inspection_moves (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspections,
  to_state TEXT NOT NULL CHECK (to_state IN ('prepared', 'running', 'closed')),
  reason TEXT,
  result TEXT,
  by_id INTEGER REFERENCES people,
  at TEXT NOT NULL,
  CHECK (result IS NULL OR to_state = 'closed')
) STRICT;
CREATE INDEX inspection_moves_inspection ON inspection_moves (inspection_id);

-- Who reads cases for an inspection: from outside, with an account that ends, or auditors of the service.
CREATE TABLE inspection_readers (
  inspection_id INTEGER NOT NULL REFERENCES inspections,
  person_id INTEGER NOT NULL REFERENCES people,
  kind TEXT NOT NULL CHECK (kind IN ('visiting', 'own')),
  from_service TEXT,
  added_at TEXT NOT NULL,
  ended_at TEXT,
  end_reason TEXT,
  PRIMARY KEY (inspection_id, person_id),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX inspection_readers_person ON inspection_readers (person_id);

ALTER TABLE roles_held ADD COLUMN inspection_id INTEGER REFERENCES inspections;
CREATE INDEX roles_held_inspection ON roles_held (inspection_id) WHERE inspection_id IS NOT NULL;

-- A link that works once: the token itself is nowhere but in the link.
CREATE TABLE invitations (
  token_hash TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people,
  made_by INTEGER REFERENCES people,
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX invitations_person ON invitations (person_id);

-- A register of victims, by the reference that the victim worker uses; never a name.
CREATE TABLE victims (
  id INTEGER PRIMARY KEY,
  reference TEXT UNIQUE,
  case_id INTEGER NOT NULL REFERENCES cases,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'child', 'business')),
  choice TEXT NOT NULL CHECK (choice IN ('wants-contact', 'no-contact', 'not-asked')),
  identified_on TEXT NOT NULL,
  worker_id INTEGER REFERENCES people,
  added_by INTEGER REFERENCES people,
  added_at TEXT NOT NULL,
  erased_at TEXT,
  CHECK ((reference IS NULL) = (erased_at IS NOT NULL))
) STRICT;
CREATE INDEX victims_case ON victims (case_id);

-- part: which of the draws of the framework; most_each: at most so many of one practitioner; read_twice: places, as JSON.
ALTER TABLE samples ADD COLUMN inspection_id INTEGER REFERENCES inspections;
ALTER TABLE samples ADD COLUMN inspection_part TEXT;
ALTER TABLE samples ADD COLUMN most_each INTEGER;
ALTER TABLE samples ADD COLUMN read_twice TEXT;
CREATE INDEX samples_inspection ON samples (inspection_id) WHERE inspection_id IS NOT NULL;
ALTER TABLE frame_rows ADD COLUMN victim_id INTEGER REFERENCES victims;
ALTER TABLE audits ADD COLUMN inspection_id INTEGER REFERENCES inspections;
ALTER TABLE audits ADD COLUMN victim_id INTEGER REFERENCES victims;
CREATE INDEX audits_inspection ON audits (inspection_id) WHERE inspection_id IS NOT NULL;
ALTER TABLE actions ADD COLUMN inspection_id INTEGER REFERENCES inspections;
CREATE INDEX actions_inspection ON actions (inspection_id) WHERE inspection_id IS NOT NULL;

-- A task of the countdown, or a piece of evidence: where it is, who brings it, how far it is.
CREATE TABLE preparations (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspections,
  kind TEXT NOT NULL CHECK (kind IN ('task', 'evidence')),
  standard TEXT,
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  place TEXT,
  owner_id INTEGER REFERENCES people,
  due_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'missing')),
  removed_at TEXT
) STRICT;
CREATE INDEX preparations_inspection ON preparations (inspection_id, kind, due_on);

-- Who does what when; local time.
CREATE TABLE sittings (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspections,
  begins_at TEXT NOT NULL,
  ends_at TEXT NOT NULL CHECK (ends_at > begins_at),
  kind TEXT NOT NULL CHECK (kind IN ('reading', 'talk', 'interview', 'meeting')),
  title TEXT NOT NULL,
  place TEXT,
  person_id INTEGER NOT NULL REFERENCES people,
  audit_id INTEGER REFERENCES audits,
  notes TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX sittings_inspection ON sittings (inspection_id, begins_at);
CREATE INDEX sittings_audit ON sittings (audit_id) WHERE audit_id IS NOT NULL;

-- What was said in the talk with the practitioner, kept with the reading.
CREATE TABLE talk_notes (
  audit_id INTEGER NOT NULL REFERENCES audits,
  question TEXT NOT NULL,
  said TEXT NOT NULL,
  by_id INTEGER REFERENCES people,
  at TEXT NOT NULL,
  PRIMARY KEY (audit_id, question)
) STRICT, WITHOUT ROWID;

-- A judgement as it was settled: after two readings, or after moderation. The reading keeps what its reader wrote; the
-- newest row of a question holds.
CREATE TABLE settled_judgements (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspections,
  audit_id INTEGER NOT NULL REFERENCES audits,
  item_key TEXT NOT NULL,
  first_value TEXT,
  second_value TEXT,
  value TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  by_id INTEGER NOT NULL REFERENCES people,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX settled_judgements_inspection ON settled_judgements (inspection_id, audit_id, item_key);

-- A standard judged as a whole, on evidence: proposed by one person and confirmed by another. The newest row holds.
CREATE TABLE standard_ratings (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspections,
  standard TEXT NOT NULL,
  rating TEXT NOT NULL CHECK (rating IN ('outstanding', 'good', 'requires-improvement', 'inadequate')),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  proposed_by INTEGER NOT NULL REFERENCES people,
  proposed_at TEXT NOT NULL,
  confirmed_by INTEGER REFERENCES people,
  confirmed_at TEXT,
  CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
) STRICT;
CREATE INDEX standard_ratings_inspection ON standard_ratings (inspection_id, standard);

-- standard is 'overall' where the overall is set by a person; to_rating is null where a decision is undone.
CREATE TABLE discretions (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspections,
  standard TEXT NOT NULL,
  from_rating TEXT,
  to_rating TEXT,
  flags TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  by_id INTEGER NOT NULL REFERENCES people,
  at TEXT NOT NULL,
  undoes INTEGER REFERENCES discretions
) STRICT;
CREATE INDEX discretions_inspection ON discretions (inspection_id, standard);

CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspections,
  kind TEXT NOT NULL CHECK (kind IN ('strength', 'improve', 'recommendation')),
  standard TEXT,
  wording TEXT NOT NULL CHECK (trim(wording) <> ''),
  for_role TEXT,
  action_id INTEGER REFERENCES actions,
  written_by INTEGER REFERENCES people,
  written_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX findings_inspection ON findings (inspection_id, kind);

-- Results of other years and other services, in the format of their day.
CREATE TABLE past_results (
  id INTEGER PRIMARY KEY,
  service TEXT NOT NULL CHECK (trim(service) <> ''),
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  framework TEXT NOT NULL,
  published_on TEXT NOT NULL,
  figures TEXT NOT NULL,
  source TEXT,
  entered_by INTEGER REFERENCES people,
  entered_at TEXT NOT NULL
) STRICT;
CREATE INDEX past_results_own ON past_results (own, published_on);

CREATE TRIGGER inspection_moves_stay BEFORE UPDATE ON inspection_moves BEGIN SELECT RAISE(ABORT, 'what happened to an inspection stays'); END;
CREATE TRIGGER inspection_moves_remain BEFORE DELETE ON inspection_moves BEGIN SELECT RAISE(ABORT, 'what happened to an inspection stays'); END;
CREATE TRIGGER inspections_remain BEFORE DELETE ON inspections BEGIN SELECT RAISE(ABORT, 'an inspection is never deleted'); END;
CREATE TRIGGER discretions_stay BEFORE UPDATE ON discretions
  WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE ended_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'a use of discretion stays'); END;
CREATE TRIGGER discretions_remain BEFORE DELETE ON discretions BEGIN SELECT RAISE(ABORT, 'a use of discretion stays'); END;
CREATE TRIGGER settled_judgements_stay BEFORE UPDATE ON settled_judgements
  WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE ended_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'a settled judgement stays'); END;
CREATE TRIGGER settled_judgements_remain BEFORE DELETE ON settled_judgements BEGIN SELECT RAISE(ABORT, 'a settled judgement stays'); END;
CREATE TRIGGER standard_ratings_remain BEFORE DELETE ON standard_ratings BEGIN SELECT RAISE(ABORT, 'a rating of a standard stays'); END;

-- Closing freezes: nothing that a rating rests on is written while an inspection is closed.
CREATE TRIGGER settled_judgements_frozen BEFORE INSERT ON settled_judgements
  WHEN (SELECT state FROM inspections WHERE id = NEW.inspection_id) = 'closed' BEGIN SELECT RAISE(ABORT, 'a closed inspection never changes'); END;
CREATE TRIGGER standard_ratings_frozen BEFORE INSERT ON standard_ratings
  WHEN (SELECT state FROM inspections WHERE id = NEW.inspection_id) = 'closed' BEGIN SELECT RAISE(ABORT, 'a closed inspection never changes'); END;
CREATE TRIGGER standard_ratings_held BEFORE UPDATE ON standard_ratings
  WHEN (SELECT state FROM inspections WHERE id = OLD.inspection_id) = 'closed' AND NOT EXISTS (SELECT 1 FROM erasures WHERE ended_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'a closed inspection never changes'); END;
CREATE TRIGGER discretions_frozen BEFORE INSERT ON discretions
  WHEN (SELECT state FROM inspections WHERE id = NEW.inspection_id) = 'closed' BEGIN SELECT RAISE(ABORT, 'a closed inspection never changes'); END;
CREATE TRIGGER findings_frozen BEFORE INSERT ON findings
  WHEN (SELECT state FROM inspections WHERE id = NEW.inspection_id) = 'closed' BEGIN SELECT RAISE(ABORT, 'a closed inspection never changes'); END;
CREATE TRIGGER audits_inspection_frozen BEFORE UPDATE ON audits
  WHEN OLD.inspection_id IS NOT NULL AND (SELECT state FROM inspections WHERE id = OLD.inspection_id) = 'closed'
    AND NOT EXISTS (SELECT 1 FROM erasures WHERE ended_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'a closed inspection never changes'); END;
