import { pino, type DestinationStream, type Logger } from 'pino';

/** One JSON object a line. Bodies, cookies and addresses are never in it. */
export function createLog(level: string, out?: DestinationStream): Logger {
  const options = { level, redact: ['req.body', 'req.headers.cookie', 'req.headers.authorization', '*.password'] };
  return out ? pino(options, out) : pino(options);
}
