import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../site/server.ts';
import { Client, type Proof } from './client.ts';

const CITY = 'Quelle est votre ville de résidence ?';
let site: Site;
let client: Client;

beforeAll(async () => {
  site = await startSite();
});
beforeEach(() => {
  site.reset();
  site.world.askNext('marie.martin', CITY);
  client = new Client(site);
});
afterAll(() => site.close());

const logIn = (fa: Proof[] = []) => client.logIn('marie.martin', 'tournesol', fa);

/** The proof of device that a right answer gives. */
async function prove(): Promise<Proof> {
  await logIn();
  await client.question();
  const { data } = await client.choose('PARIS');
  return { cn: data.cn ?? '', cv: data.cv ?? '' };
}

describe('the question', () => {
  it('always offers the right answer, once, among 5 to 12 different propositions drawn anew', async () => {
    await logIn();
    const draws: string[][] = [];
    for (let count = 0; count < 30; count += 1) {
      const { question, propositions } = await client.question();
      expect(question).toBe(CITY);
      expect(propositions.length).toBeGreaterThanOrEqual(5);
      expect(propositions.length).toBeLessThanOrEqual(12);
      expect(new Set(propositions).size).toBe(propositions.length);
      expect(propositions).toContain('PARIS');
      draws.push(propositions);
    }
    expect(new Set(draws.map((draw) => draw.join())).size).toBeGreaterThan(25);
    expect(new Set(draws.map((draw) => draw.indexOf('PARIS'))).size).toBeGreaterThan(3);
  });

  it('offers the right answer of every question of every account, among at least 5', () => {
    const questions = site.world.accounts.flatMap((account) => account.questions);
    for (const question of questions) {
      for (let count = 0; count < 20; count += 1) {
        const draw = site.world.draw(question);
        expect(draw.filter((text) => text === question.answer)).toHaveLength(1);
        expect(draw.length).toBeGreaterThanOrEqual(5);
      }
    }
  });

  it('draws the same again from the same seed', async () => {
    const drawOnce = async () => {
      site.reset();
      site.world.askNext('marie.martin', CITY);
      await logIn();
      return client.question();
    };
    expect(await drawOnce()).toEqual(await drawOnce());
  });

  it.each([
    ['marie.martin', 'tournesol', 'PARIS', 'LYON'],
    ['paul.martin', 'coquelicot', 'LYON', 'PARIS'],
  ])('has its own right answer for %s', async (identifier, password, right, wrong) => {
    site.world.askNext(identifier, CITY, CITY);
    await client.logIn(identifier, password);
    expect((await client.question()).question).toBe(CITY);
    expect((await client.choose(wrong)).code).toBe(550);
    expect((await client.choose(right)).code).toBe(200);
  });

  it('is asked of a teacher at the other host', async () => {
    const teacher = new Client(site, 'apip.ecoledirecte.com');
    await teacher.logIn('prof.durand', 'pervenche');
    await teacher.question();
    expect((await teacher.choose('TOURS')).code).toBe(200);
    expect(new Set(site.world.log.map(({ host }) => host))).toEqual(new Set(['apip.ecoledirecte.com']));
  });

  it('demands the session of its login', async () => {
    await logIn();
    for (const lost of ['X-Token', '2FA-Token']) {
      const { [lost]: _, ...session } = client.session;
      const stranger = new Client(site);
      stranger.session = session;
      expect((await stranger.post('/v3/connexion/doubleauth.awp?verbe=get&v=4.75.0', {})).code).toBe(520);
    }
  });

  it('is not answered before it is asked', async () => {
    await logIn();
    expect((await client.choose('PARIS')).code).toBe(225);
  });
});

describe('an answer', () => {
  it('that is right gives a proof of device, with which the next login asks nothing', async () => {
    const proof = await prove();
    expect(proof).toEqual({ cn: expect.stringMatching(/./), cv: expect.stringMatching(/./) });
    expect((await logIn([proof])).code).toBe(200);
    expect((await logIn([proof])).code).toBe(200);
  });

  it('gives a proof that is good for its own account and as a pair only', async () => {
    const proof = await prove();
    expect((await client.logIn('paul.martin', 'coquelicot', [proof])).code).toBe(250);
    expect((await logIn([{ ...proof, cv: 'another' }])).code).toBe(250);
  });

  it('gives a proof that serves for one login where devices are forgotten', async () => {
    site.world.behaviour.forgetDevices = true;
    const proof = await prove();
    expect((await logIn([proof])).code).toBe(200);
    expect((await logIn([proof])).code).toBe(250);
  });

  it('gives a proof that another account’s login does not end', async () => {
    site.world.behaviour.forgetDevices = true;
    const proof = await prove();
    expect((await client.logIn('sans.question', 'lilas')).code).toBe(200);
    expect((await logIn([proof])).code).toBe(200);
  });

  it.each([500, 505, 550] as const)('that is wrong is refused with %i and no proof', async (code) => {
    site.world.behaviour.refusalCode = code;
    await logIn();
    await client.question();
    const reply = await client.choose('LYON');
    expect(reply).toMatchObject({ code, data: {} });
    expect(reply.data.cn).toBeUndefined();
    expect(reply.message === null).toBe(code === 550);
  });

  it('that is wrong too often blocks the account, until it is unblocked', async () => {
    await logIn();
    await client.question();
    for (let count = 0; count < 3; count += 1) expect((await client.choose('LYON')).code).toBe(550);
    expect((await client.choose('PARIS')).code).toBe(516);
    site.world.wrongAnswers.clear();
    expect((await client.choose('PARIS')).code).toBe(200);
  });

  it.each(['same', 'other'] as const)('that is wrong leads to the %s question', async (afterRefusal) => {
    site.world.behaviour.afterRefusal = afterRefusal;
    await logIn();
    const first = await client.question();
    await client.choose('LYON');
    const second = await client.question();
    expect(second.question === first.question).toBe(afterRefusal === 'same');
  });

  it('is followed by a second question where a login takes two', async () => {
    site.world.behaviour.questionsPerLogin = 2;
    const first = await prove();
    expect((await logIn([first])).code).toBe(250);
    const { question } = await client.question();
    expect(question).not.toBe('');
    const answer = site.world
      .account('marie.martin')
      ?.questions.find(({ text }) => text === question)?.answer;
    const { data } = await client.choose(answer ?? '');
    expect((await logIn([{ cn: data.cn ?? '', cv: data.cv ?? '' }])).code).toBe(200);
  });

  it('is in the log with its account and code, decoded', async () => {
    await prove();
    expect(site.world.log.at(-1)).toMatchObject({
      host: 'api.ecoledirecte.com',
      path: '/v3/connexion/doubleauth.awp',
      verb: 'post',
      account: 'marie.martin',
      code: 200,
      choice: 'PARIS',
    });
  });
});

describe('a fault', () => {
  it('can be a reply that is not JSON', async () => {
    await logIn();
    site.world.behaviour.fault = 'not-json';
    const { text } = await client.postRaw('/v3/connexion/doubleauth.awp?verbe=get&v=4.75.0', 'data={}');
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('can be a dropped connection', async () => {
    await logIn();
    site.world.behaviour.fault = 'dropped';
    await expect(client.question()).rejects.toThrow('aborted');
  });
});
