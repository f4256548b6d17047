import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, readChallenge, readChoice, readOutcome } from '../../../lib/challenge/reply.ts';

const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const reply = (question: unknown, propositions: unknown) => ({ code: 200, data: { question, propositions } });

describe('the reply with a challenge', () => {
  it('is decoded from base64 of UTF-8', () => {
    const asked = reply(encode('Quelle est votre ville de résidence ?'), [encode('PARIS'), encode('ÉVRY')]);
    expect(readChallenge(asked)).toEqual({
      question: 'Quelle est votre ville de résidence ?',
      propositions: ['PARIS', 'ÉVRY'],
    });
  });

  it.each([
    ['another code', { ...reply(encode('Q'), [encode('A')]), code: 520 }],
    ['no propositions', reply(encode('Q'), [])],
    ['more propositions than a page could show', reply(encode('Q'), Array(41).fill(encode('A')))],
    ['text that is not base64', reply('Quelle ?', [encode('A')])],
    ['bytes that are not UTF-8', reply(encode('Q'), ['6Q=='])],
    ['a number for a text', reply(encode('Q'), [1970])],
    ['an empty text', reply(encode(' '), [encode('A')])],
    ['no data', { code: 200 }],
    ['null', null],
    ['a text', 'code 200'],
  ])('is none with %s', (_, value) => {
    expect(readChallenge(value)).toBeNull();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => readChallenge(value) === null && readOutcome(value) === null),
    );
  });
});

describe('the outcome', () => {
  it('is accepted with code 200 and a proof of device', () => {
    expect(readOutcome({ code: 200, data: { cn: 'x', cv: 'y' } })).toEqual({ accepted: true, code: 200 });
  });

  it.each([500, 505, 550])('is refused with code %i', (code) => {
    expect(readOutcome({ code, message: null })).toEqual({ accepted: false, code });
  });

  it('is not accepted without the proof of device', () => {
    expect(readOutcome({ code: 200, data: {} })).toEqual({ accepted: false, code: 200 });
  });
});

describe('the choice in a request', () => {
  // "ïĞ>" has a + in base64, which form decoding would turn into a space.
  it.each(['PARIS', 'été', 'À ~~ > ?>', 'x>>>y'])(
    'is read in every way that clients write it: %s',
    (text) => {
      const json = JSON.stringify({ choix: encode(text) });
      expect(readChoice(`data=${json}`)).toBe(text);
      expect(readChoice(`data=${encodeURIComponent(json)}`)).toBe(text);
      expect(readChoice(String(new URLSearchParams({ data: json })))).toBe(text);
      expect(readChoice(json)).toBe(text);
    },
  );

  it.each(['', 'data=', 'data={', 'identifiant=x', 'data={"choix":1}'])('is none in "%s"', (body) => {
    expect(readChoice(body)).toBeNull();
  });
});

it('decodes every text that it is given the base64 of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(text.trim() !== '');
      expect(decodeText(encode(text))).toBe(text);
    }),
  );
});
