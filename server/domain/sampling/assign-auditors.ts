/** What is to be read, and the people who may not read it: who hold or held the case, or countersigned it. */
export interface ToRead {
  unit: string;
  barred: readonly number[];
}

export interface Auditor {
  id: number;
  /** audits of other samples that wait for this person */
  load: number;
}

export interface Assignment {
  assigned: { unit: string; auditor: number }[];
  /** units that none of these auditors may read */
  nobody: string[];
}

/**
 * Gives each unit an auditor: nobody their own case or one that they countersigned; even over the sample. Units that few
 * may read are given first, so that the rest can make up; then to whoever has fewest of this sample, least other load,
 * lowest id. Without anybody barred, two auditors never differ by more than one.
 * @returns in the order of the units given
 * @example assignAuditors([{ unit: 'a', barred: [1] }], [{ id: 1, load: 0 }, { id: 2, load: 9 }]).assigned
 * // [{ unit: 'a', auditor: 2 }]
 */
export function assignAuditors(units: readonly ToRead[], auditors: readonly Auditor[]): Assignment {
  const given = new Map(auditors.map(({ id }) => [id, 0]));
  const chosen = new Map<string, number>();
  const mayRead = ({ barred }: ToRead) => auditors.filter(({ id }) => !barred.includes(id));
  // A stable sort: units with as many readers keep the order of the draw.
  for (const unit of units.toSorted((a, b) => mayRead(a).length - mayRead(b).length)) {
    const [reader] = mayRead(unit).toSorted((a, b) => had(given, a) - had(given, b) || a.load - b.load || a.id - b.id);
    if (!reader) continue;
    chosen.set(unit.unit, reader.id);
    given.set(reader.id, had(given, reader) + 1);
  }
  return {
    assigned: units.flatMap(({ unit }) => {
      const auditor = chosen.get(unit);
      return auditor === undefined ? [] : [{ unit, auditor }];
    }),
    nobody: units.filter(({ unit }) => !chosen.has(unit)).map(({ unit }) => unit),
  };
}

function had(given: ReadonlyMap<number, number>, auditor: Auditor): number {
  return given.get(auditor.id) ?? 0;
}
