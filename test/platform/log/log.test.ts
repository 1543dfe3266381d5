import { createLog } from '../../../server/platform/log/log';

describe('the log', () => {
  it('holds no body, no cookie and no password, whoever passes them', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    const headers = { cookie: 'assay=s3cret', authorization: 'Bearer s3cret' };
    log.info({ req: { body: { note: 's3cret' }, headers }, account: { password: 's3cret' } }, 'asked');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('asked');
    expect(lines[0]).not.toContain('s3cret');
  });

  it('says no more than it is asked to', () => {
    const lines: string[] = [];
    createLog('error', { write: (line) => void lines.push(line) }).info('quiet');
    expect(lines).toEqual([]);
  });
});
