import { resolve } from 'node:path';
import { readSettings, settingsTable } from '../server/settings';

describe('the settings', () => {
  it('are safe without any', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      logLevel: 'info',
      secureCookies: false,
    });
  });

  it('are read from the environment; an empty one is as good as none', () => {
    const given = { PORT: '8080', HOST: '0.0.0.0', DATA_DIR: '/srv/assay', LOG_LEVEL: '', SECURE_COOKIES: 'yes' };
    expect(readSettings(given)).toMatchObject({ port: 8080, host: '0.0.0.0', dataDir: '/srv/assay', logLevel: 'info' });
    expect(readSettings(given).secureCookies).toBe(true);
  });

  it.each([
    ['PORT', 'three thousand'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['LOG_LEVEL', 'loud'],
    ['SECURE_COOKIES', 'true'],
  ])('refuse nonsense and say what was meant: %s=%s', (name, value) => {
    const meant = settingsTable.find((setting) => setting.name === name)!.says;
    expect(() => readSettings({ [name]: value })).toThrow(`${name} is ${meant}.`);
  });

  it('name every one that is wrong at once', () => {
    expect(() => readSettings({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT is .* LOG_LEVEL is /);
  });

  it('take nothing else from the environment', () => {
    expect(readSettings({ PASSWORD: 'x' })).not.toHaveProperty('PASSWORD');
  });
});
