/** A limit of the service's own in place of the document's number; its direction stays the document's. */
export interface LocalLimit {
  amount: number;
  unit: 'working-days' | 'calendar-days' | 'hours' | 'months';
}

/** What scoring needs beside the form and its answers. */
export interface ScoringSettings {
  /** The date on which the file was read, 'YYYY-MM-DD': what is not done by then may not be due yet. */
  readOn: string;
  /** Codes of the reasons for lateness that count as met in the adjusted share. */
  acceptedReasons: ReadonlySet<string>;
  /** The service's own limits by item key, those that hold for the order of this case. */
  limits: Readonly<Record<string, LocalLimit | undefined>>;
}
