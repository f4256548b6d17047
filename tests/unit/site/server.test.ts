import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../site/server.ts';
import { ask } from './ask-site.ts';

const WWW = 'www.ecoledirecte.com';
let site: Site;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

describe('the stand-in', () => {
  it('gives the cookie GTK to whoever asks for it', async () => {
    const { status, headers } = await ask(site, '/v3/login.awp?gtk=1&v=4.75.0');
    expect(status).toBe(200);
    expect(headers['set-cookie']?.[0]).toMatch(/^GTK=\w+; Domain=ecoledirecte\.com;/);
  });

  it('lets the page, and no other origin, call it with credentials and the session headers', async () => {
    const headers = {
      Origin: `https://${WWW}`,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'x-token,2fa-token,x-gtk,content-type',
    };
    const path = '/v3/connexion/doubleauth.awp?verbe=get';
    const preflight = await ask(site, path, { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': `https://${WWW}`,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': expect.stringMatching(/X-Token, 2FA-Token, X-Gtk/),
    });
    expect(site.world.log.some((call) => call.path === '/v3/connexion/doubleauth.awp')).toBe(false);
    const reply = await ask(site, '/v3/login.awp?gtk=1', { headers });
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': `https://${WWW}`,
      'access-control-expose-headers': 'X-Token, 2FA-Token, X-Gtk',
    });
  });

  it('sends the root to the login page', async () => {
    const { status, headers } = await ask(site, '/', { host: WWW });
    expect([status, headers.location]).toEqual([302, '/login']);
  });

  it.each(['/login', '/login?cameFrom=%2FAccueil', '/Accueil'])(
    'serves the page at %s under a policy that allows its own script and style alone',
    async (path) => {
      const { status, headers, text } = await ask(site, path, { host: WWW });
      expect(status).toBe(200);
      expect(headers['content-security-policy']).toMatch(/script-src 'self'; style-src 'self'/);
      expect(text).toContain('<script src="/app.js"');
    },
  );

  it('has nothing to say for another host', async () => {
    expect((await ask(site, '/login', { host: 'example.org' })).status).toBe(421);
  });
});
