import type { Request, RequestHandler, Response } from 'express';
import { Problem } from '../../domain/problems.js';
import { problemPage, type House } from './serve.js';

/** An address that no route answers. */
export const noSuchPage =
  (house: House): RequestHandler =>
  (req: Request, res: Response) =>
    problemPage(house, req, res, new Problem('not-found', 'There is no page at this address.'));
