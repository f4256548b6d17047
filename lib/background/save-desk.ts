import { edit } from '../challenge/edit.ts';
import { CodedError } from '../errors.ts';
import type { Vault } from '../vault/vault.ts';
import type { OwnerDesk } from './dispatch.ts';

/** What adds a question, or changes one. `change` is the vault's, with undo; `now` is in milliseconds since the epoch. */
export function makeSaveDesk(change: Vault['change'], now: () => number): Pick<OwnerDesk, 'save'> {
  return {
    async save({ id, account, question, answers, seen }) {
      const subject = { account, question };
      const [saved = ''] = await change(async ({ read, lookUp }) => {
        const edited = id === null ? null : await read(id);
        if (id !== null && !edited) throw new CodedError('record-changed');
        const moves = !edited || edited.account !== account || edited.question !== question;
        const there = moves ? ((await lookUp([account], question)).exact[0] ?? null) : null;
        const detail = id === null ? 'added' : 'changed';
        return {
          put: [edit(edited, there, subject, { texts: answers, seen }, now())],
          remove: id !== null && moves ? [id] : [],
          journal: { at: now(), kind: 'edit', ...subject, detail },
        };
      });
      return { id: saved };
    },
  };
}
