import { expect, it } from 'vitest';
import { noFigures, playHousehold } from '../../simulate/play.ts';
import { Random } from '../../simulate/random.ts';

it('over 5,000 simulated logins sends no confirmed answer wrongly that has not changed, and blocks no account', () => {
  const figures = {
    'Mémo QCM, automatic': noFigures(),
    'submit the last (Python client)': noFigures(),
    'submit if exactly one (Home Assistant)': noFigures(),
  };
  const random = new Random(20260901);
  for (let household = 0; household < 50; household += 1) playHousehold(random, figures);
  const { 'Mémo QCM, automatic': ours, ...theirs } = figures;
  expect(ours.logins).toBe(5_000);
  expect(ours.sent).toBeGreaterThan(2_500);
  expect([ours.wrongConfirmed, ours.blockedUnchanged, ours.blocked]).toEqual([0, 0, 0]);
  expect(ours.wrong).toBe(ours.wrongChanged);
  // The same logins do go wrong under the other policies, so the figures above are no accident of easy logins.
  for (const { wrong } of Object.values(theirs)) expect(wrong).toBeGreaterThan(100);
});
