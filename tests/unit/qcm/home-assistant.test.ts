import { expect, test } from 'vitest';
import { forHomeAssistant } from '../../../lib/qcm/home-assistant.ts';

const exported = (question: string, answers: string[], confirmed: string[]) => {
  return { question, answers, confirmed };
};

test('takes exactly one confirmed answer a question, and says what it leaves out', () => {
  const { entries, leftOut } = forHomeAssistant([
    exported('Ville ?', ['LYON', 'PARIS'], ['PARIS']),
    exported('Mois ?', ['mai'], []),
    exported('Année ?', ['1970', '1968'], ['1970', '1968']),
  ]);
  expect(entries).toEqual([{ question: 'Ville ?', answers: ['PARIS'] }]);
  expect(leftOut).toEqual(['Mois ?', 'Année ?']);
});
