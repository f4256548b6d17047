import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../site/server.ts';
import { Client } from './client.ts';

const PATH = '/v3/login.awp?v=4.75.0';
let site: Site;

beforeAll(async () => {
  site = await startSite();
});
beforeEach(() => site.reset());
afterAll(() => site.close());

describe('signing in', () => {
  it('lets an account without second factor in, and says who it is', async () => {
    const { code, data } = await new Client(site).logIn('sans.question', 'lilas');
    expect(code).toBe(200);
    expect(data.accounts).toMatchObject([{ typeCompte: '1', identifiant: 'sans.question', prenom: 'Anne' }]);
  });

  it('asks an unknown device for the second factor, and hands out both session headers', async () => {
    const client = new Client(site);
    const { code, data } = await client.logIn('marie.martin', 'tournesol');
    expect([code, data.totp]).toEqual([250, false]);
    expect(client.session).toMatchObject({ 'X-Token': expect.any(String), '2FA-Token': expect.any(String) });
  });

  it('says that the second factor is a TOTP code where it is one', async () => {
    const { code, data } = await new Client(site).logIn('totp.petit', 'muguet');
    expect([code, data.totp]).toEqual([250, true]);
  });

  it.each([
    ['marie.martin', 'faux'],
    ['personne', 'tournesol'],
  ])('refuses %s with %s as wrong credentials', async (identifier, password) => {
    expect((await new Client(site).logIn(identifier, password)).code).toBe(505);
  });

  it.each([516, 517, 520, 521, 525, 535])('answers %i when it is told to', async (code) => {
    site.world.behaviour.loginCode = code;
    expect((await new Client(site).logIn('marie.martin', 'tournesol')).code).toBe(code);
  });

  it.each([
    ['no version', '/v3/login.awp', 'data={}'],
    ['a body that is not JSON', PATH, 'data={'],
    ['a body without data', PATH, 'x=1'],
    ['data that is no object', PATH, 'data=7'],
    ['an unknown address', '/v3/nowhere.awp?v=4.75.0', 'data={}'],
  ])('answers 225 to %s', async (_, path, body) => {
    const { status, text } = await new Client(site).postRaw(path, body);
    expect([status, JSON.parse(text).code]).toEqual([200, 225]);
  });

  it('answers 225 where the GTK is not echoed', async () => {
    const client = new Client(site);
    client.session = {};
    expect((await client.logIn('marie.martin', 'tournesol')).code).toBe(225);
  });

  it('answers a password alike, right or wrong, once the account is blocked', async () => {
    site.world.behaviour.blockAfter = 1;
    const client = new Client(site);
    await client.logIn('marie.martin', 'tournesol');
    await client.question();
    await client.choose('NULLE PART');
    expect((await client.logIn('marie.martin', 'tournesol')).code).toBe(516);
    site.world.wrongAnswers.clear();
    expect((await client.logIn('marie.martin', 'tournesol')).code).toBe(250);
  });
});
