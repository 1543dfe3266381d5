import type { Request, Response } from 'express';
import multer from 'multer';
import { Problem, invalidField } from '../../domain/problems.js';
import type { Upload, UploadLimit } from './route.js';

const mostToReadAway = 64 * 1024 * 1024;

/** Reads a form with one file into memory. A file over the limit is read away, up to a bound, and refused. */
export async function readUpload(req: Request, res: Response, limit: UploadLimit): Promise<Upload | null> {
  const read = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: limit.bytes, files: 1, fields: 50, fieldSize: 100_000 },
    defParamCharset: 'utf8',
  }).single(limit.field);
  try {
    await new Promise<void>((resolve, reject) => {
      read(req, res, (e?: unknown) => (e instanceof Error ? reject(e) : resolve()));
    });
  } catch (e) {
    await readAway(req);
    if (e instanceof multer.MulterError && e.code === 'LIMIT_FILE_SIZE') throw new TooLarge(limit);
    throw invalidField(limit.field, 'The file did not arrive whole. Choose it again.');
  }
  return req.file ? { name: req.file.originalname, bytes: req.file.buffer } : null;
}

export class TooLarge extends Problem {
  constructor(limit: UploadLimit) {
    const message = `The file is larger than ${Math.round(limit.bytes / 1_048_576)} MB. ${limit.remedy ?? 'Choose a smaller one.'}`;
    super('invalid', message, [{ field: limit.field, at: null, message }]);
  }
}

/** Lets the rest of a body arrive, so that the browser reads our answer instead of a broken line. */
async function readAway(req: Request): Promise<void> {
  if (req.readableEnded || req.destroyed) return;
  let seen = 0;
  await new Promise<void>((resolve) => {
    req.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (seen > mostToReadAway) resolve();
    });
    req
      .on('end', resolve)
      .on('close', resolve)
      .on('error', () => resolve());
    req.resume();
  });
}
