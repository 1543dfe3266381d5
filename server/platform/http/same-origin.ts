import type { Request } from 'express';

/**
 * Whether a change comes from our own pages. No token, so none goes stale when a sign-in is renewed in another tab:
 * browsers say where a request comes from, and cookies are SameSite=Lax besides.
 */
export function sameOrigin(req: Request): boolean {
  const site = req.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const origin = req.get('Origin');
  if (origin === undefined) return false;
  try {
    return new URL(origin).host === req.get('Host');
  } catch {
    return false;
  }
}
