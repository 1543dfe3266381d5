/**
 * The version of the rules from judgements to ratings. Kept with every inspection, so that it can be told by which rules a
 * rating was made; raised when a rule of a framework here changes.
 */
export const rulesVersion = '1';
