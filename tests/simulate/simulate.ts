import { parseArgs } from 'node:util';
import { type Figures, noFigures, POLICIES, playHousehold } from './play.ts';
import { Random } from './random.ts';

const { values } = parseArgs({
  options: { logins: { type: 'string', default: '100000' }, seed: { type: 'string', default: '20260901' } },
});
const random = new Random(Number(values.seed));
const figures = Object.fromEntries(Object.keys(POLICIES).map((name) => [name, noFigures()])) as Record<
  keyof typeof POLICIES,
  Figures
>; // one entry for each of the names that it is made from

while (Object.values(figures).some(({ logins }) => logins < Number(values.logins)))
  playHousehold(random, figures);

console.log(`seed ${values.seed}, the same logins under each policy\n`);
console.table(figures);
const ours = figures['Mémo QCM, automatic'];
if (ours.wrongConfirmed > 0 || ours.blockedUnchanged > 0) {
  console.error('An answer that was confirmed and has not changed was sent wrongly.');
  process.exitCode = 1;
}
