import type { JudgementItem } from '../document.js';
import { choice } from './choice.js';
import type { Kind } from './kind.js';

/** The auditor's own view: taken like a choice, and never worked out from anything. */
export const judgement: Kind<JudgementItem> = choice;
