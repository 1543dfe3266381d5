import { pino, type Logger } from 'pino';

/** One JSON object a line. Bodies, cookies and addresses are never in it. */
export function createLog(level: string): Logger {
  return pino({ level, redact: ['req.body', 'req.headers.cookie', 'req.headers.authorization', '*.password'] });
}
