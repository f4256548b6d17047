import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairEntries, repairText } from '../../../lib/qcm/repair.ts';

type Encoding = 'windows-1252' | 'macintosh' | 'iso-8859-1';
const misread = (text: string, encoding: Encoding) => {
  const bytes = new TextEncoder().encode(text);
  // To a browser's decoder this name is another one of Windows-1252.
  if (encoding === 'iso-8859-1') return String.fromCharCode(...bytes);
  return new TextDecoder(encoding).decode(bytes);
};

/** Pieces of what EcoleDirecte's French is made of, with its typography, capitals and abbreviations. */
const FRENCH = fc
  .array(
    fc.constantFrom(
      ...[
        'l’',
        'd’',
        'l‘',
        '« ',
        ' »',
        '«\u00a0',
        '\u00a0»',
        '\u202f?',
        '\u00a0:',
        '…',
        '\u00a0…',
        ' – ',
        '—',
        'N°\u00a0',
        '€',
      ],
      ...[
        'école',
        'été',
        'Église',
        'ÉCOLE',
        'CAFÉ',
        'ANDRÉ',
        'Zoé',
        'Noël',
        'à',
        'où',
        'cœur',
        'œil',
        'ŒUVRE',
        'forêt',
      ],
      ...[
        'ÎLE',
        'çà',
        'GARÇON',
        'maïs',
        'aiguë',
        'ÀÂÄ',
        'Ça',
        'Œ',
        'É',
        'Ê',
        'Ô',
        'Ù',
        'û',
        'ÿ',
        'æ',
        '“',
        '”',
        'Quelle',
        ' ',
        '-',
      ],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('repairing a text', () => {
  it.each([
    ['rÃ©sidence', 'résidence'],
    ['r√©sidence', 'résidence'],
    ['Lâ€™annÃ©e Ã\u00a0 venirâ€¦', 'L’année à venir…'],
    ['ValÃ©rie Å\u0081ukasz', 'Valérie Łukasz'],
    ['r\u00c3\u00a9sidence\u00e2\u0080\u00af?', 'résidence\u202f?'],
    ['ORL\u00c3\u0089ANS', 'ORLÉANS'],
    ['ville de r√©sidence¬†?', 'ville de résidence\u00a0?'],
    ['Zoe\u0301', null],
    ['ZoeÌ\u0081', 'Zoe\u0301'],
    ['Quel est le nom de l’école ?', null],
    ['CAFÉ…', null],
    ['CAFÉ\u0085', null],
    ['ORLÉANS', null],
    ['l\u0092École', null],
    ['Â…', null],
    ['santé\u00a0…', null],
    ['“École”', null],
    ['résidence', null],
    ['rÃ©sidence de Zoé', null],
    ['PARIS', null],
    ['', null],
    ['Ã©\ufffd', null],
    ['日本', null],
  ])('makes of %j: %j', (text, expected) => {
    expect(repairText(text)).toBe(expected);
  });

  it('makes no text blank, so that none is lost unseen', () => {
    expect(repairText('Â\u00a0')).toBeNull();
    const entries = [{ question: 'rÃ©s', answers: ['Â\u00a0', 'PARIS'], whole: true }];
    expect(repairEntries(entries)).toMatchObject({
      entries: [{ question: 'rés', answers: ['Â\u00a0', 'PARIS'] }],
      repaired: 1,
    });
  });

  it('leaves sound French as it is', () => {
    fc.assert(
      fc.property(FRENCH, (text) => {
        expect(repairText(text)).toBeNull();
      }),
      { numRuns: 5_000 },
    );
  });

  it('finds French again after up to three wrong readings, as ISO-8859-1 among them', () => {
    const encodings = fc.array(fc.constantFrom<Encoding>('windows-1252', 'macintosh', 'iso-8859-1'), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(FRENCH, encodings, (text, readings) => {
        fc.pre(/[^\0-\x7f]/.test(text));
        expect(repairText(readings.reduce(misread, text))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('goes no further than three', () => {
    const [once, fourTimes] = [1, 4].map((count) =>
      Array.from({ length: count }).reduce<string>((text) => misread(text, 'windows-1252'), 'é'),
    );
    expect(repairText(fourTimes ?? '')).toBe(once);
  });
});

describe('repairing entries', () => {
  it('repairs questions and answers, counts them, and puts together what becomes one question', () => {
    const entries = [
      { question: 'AnnÃ©e ?', answers: ['dÃ©cembre', 'mai'], whole: true },
      { question: 'Ville ?', answers: ['PARIS'], whole: true },
      { question: 'Année ?', answers: ['août', 'décembre'], whole: false },
    ];
    expect(repairEntries(entries)).toEqual({
      entries: [
        { question: 'Année ?', answers: ['mai', 'août', 'décembre'], whole: false },
        { question: 'Ville ?', answers: ['PARIS'], whole: true },
      ],
      repaired: 2,
      example: { before: 'AnnÃ©e ?', after: 'Année ?' },
    });
    expect(entries[0]?.question).toBe('AnnÃ©e ?');
  });

  it('counts an answer once that was there in both spellings, where it stands last', () => {
    const { entries } = repairEntries([{ question: 'q', answers: ['été', 'mai', 'Ã©tÃ©'], whole: true }]);
    expect(entries).toEqual([{ question: 'q', answers: ['mai', 'été'], whole: true }]);
  });
});
