import { levelItems, readLevel, type LevelKind } from '../../domain/forms/levels.js';
import { scoreAudit, type AuditScore } from '../../domain/scoring/score-audit.js';
import type { Level } from '../../domain/forms/scales.js';
import type { Db } from '../../platform/sqlite/open.js';
import { historyOf } from './answers.store.js';
import type { Audit } from './audits.store.js';
import { filledAudit } from './filled-audit.js';
import { writeResults } from './results.store.js';

/** Scores an audit by the service's settings as they are now, and keeps what it comes to. */
export function scoreAgain(db: Db, audit: Audit): AuditScore {
  const { filled, settings } = filledAudit(db, audit);
  const score = scoreAudit(filled, settings);
  writeResults(db, audit.id, score, { harm: firstLevel(db, audit, 'harm'), safety: firstLevel(db, audit, 'safety') });
  return score;
}

/** The level that stood when the service's was first shown: what the auditor thought without knowing it. */
function firstLevel(db: Db, audit: Audit, kind: LevelKind): Level | null {
  const values = historyOf(db, audit.id, levelItems[kind].item, 0);
  const blind = values.filter(({ at }) => audit.levelsShownAt === null || at <= audit.levelsShownAt);
  return readLevel((blind.at(-1) ?? values[0])?.value ?? null);
}
