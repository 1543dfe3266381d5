import { gradeName } from '../../domain/forms/scales.js';
import { notFound } from '../../domain/problems.js';
import type { Shares } from '../../domain/ratings/framework-2025.js';
import type { Table } from '../../platform/table.js';
import type { Inspection } from './inspections.store.js';
import { questionPart, type QuestionPart } from './question-part.js';
import type { Rated } from './rated.js';

/** A part of an area in the framework of 2025, down to the cases and their notes. */
export interface PartPage {
  title: string;
  where: string;
  rating: string | null;
  questions: QuestionPart[];
  tables: Table[];
}

export function partPage(inspection: Inspection, rated: Rated, shares: Shares, key: string): PartPage {
  const part = shares.areas.flatMap(({ parts }) => parts).find((one) => one.key === key);
  if (!part) throw notFound();
  const questions = part.questions.map((question) =>
    questionPart(inspection, rated, question, { name: question.title, decides: false }),
  );
  return {
    title: part.title,
    where: inspection.name,
    rating: part.rating && gradeName(part.rating),
    questions,
    tables: questions.flatMap((one) => one.table ?? []),
  };
}
