-- What a service decides for itself beside the forms, what it keeps of its cases beyond the register, and what an auditor
-- decided about personal details in a note. Erasing empties case_facts.value and kept_details.

-- A limit of the service's own in the place of one of a form's, or a paper that the service does not ask for. Without a
-- direction the form holds again. The newest row of an item and place that covers the start of the order holds.
CREATE TABLE local_limits (
  id INTEGER PRIMARY KEY,
  item_key TEXT NOT NULL,
  place TEXT NOT NULL,
  direction TEXT CHECK (direction IN ('within', 'not-more-than', 'at-least-before', 'same-day', 'before', 'at-least', 'not-asked')),
  amount INTEGER CHECK (amount > 0),
  unit TEXT CHECK (unit IN ('working-days', 'calendar-days', 'hours', 'months', 'contacts-a-month', 'hours-a-week')),
  orders_from TEXT,
  orders_until TEXT CHECK (orders_from IS NULL OR orders_until >= orders_from),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  set_by INTEGER REFERENCES people,
  set_at TEXT NOT NULL,
  CHECK ((amount IS NULL) = (unit IS NULL)),
  CHECK (direction IS NOT NULL OR amount IS NULL)
) STRICT;
CREATE INDEX local_limits_item ON local_limits (item_key, place, id);

CREATE TRIGGER local_limits_stay BEFORE UPDATE ON local_limits BEGIN SELECT RAISE(ABORT, 'every limit that was set is kept'); END;
CREATE TRIGGER local_limits_remain BEFORE DELETE ON local_limits BEGIN SELECT RAISE(ABORT, 'every limit that was set is kept'); END;

-- Facts of a case or of one of its orders that the register has no place for; the newest row of a fact holds.
CREATE TABLE case_facts (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases,
  order_id INTEGER REFERENCES orders,
  fact TEXT NOT NULL,
  value TEXT,
  source TEXT NOT NULL CHECK (source IN ('import', 'asked')),
  import_id INTEGER REFERENCES imports,
  audit_id INTEGER REFERENCES audits,
  recorded_by INTEGER REFERENCES people,
  recorded_at TEXT NOT NULL,
  CHECK ((source = 'import') = (import_id IS NOT NULL)),
  CHECK ((source = 'asked') = (audit_id IS NOT NULL))
) STRICT;
CREATE INDEX case_facts_case ON case_facts (case_id, fact, id);

CREATE TRIGGER case_facts_stay BEFORE UPDATE ON case_facts
  WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE ended_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'every value of a fact is kept'); END;
CREATE TRIGGER case_facts_remain BEFORE DELETE ON case_facts BEGIN SELECT RAISE(ABORT, 'every value of a fact is kept'); END;

-- Facts that an auditor found otherwise than the register says: what whoever keeps the register has to put right.
CREATE INDEX audit_facts_corrected ON audit_facts (corrected_at) WHERE corrected_at IS NOT NULL;

-- A detail that tells who somebody is, in a note, which its author looked at and keeps: by digest, never its words.
CREATE TABLE kept_details (
  audit_id INTEGER NOT NULL REFERENCES audits,
  item_key TEXT NOT NULL,
  occurrence INTEGER NOT NULL,
  digest TEXT NOT NULL,
  by_id INTEGER NOT NULL REFERENCES people,
  at TEXT NOT NULL,
  PRIMARY KEY (audit_id, item_key, occurrence, digest)
) STRICT, WITHOUT ROWID;
