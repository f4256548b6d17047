import * as v from 'valibot';
import { CodedError, codeOf, type ErrorCode } from '../errors.ts';
import { type OwnerProtocol, type PageProtocol, type Reply, WAKE } from '../messages.ts';
import { ownerRequests, pageRequests } from './requests.ts';
import { identifySender, type Sender, type Speaker } from './senders.ts';

/** The tab that the content script speaks for. */
export type PageSpeaker = Extract<Speaker, { kind: 'page' }>;

/** What answers the content script. */
export type PageDesk = Desk<PageProtocol, PageSpeaker>;

/** What answers the extension's own pages. */
export type OwnerDesk = Desk<OwnerProtocol, Speaker>;

/** Every function of a protocol, answered for one kind of speaker. */
type Desk<Protocol, Asker> = {
  [Name in keyof Protocol]: Protocol[Name] extends (request: infer Request) => infer Value
    ? (request: Request, asker: Asker) => Promise<Value>
    : never;
};

/**
 * Answers one message. Who may ask what is decided from the browser's own word on the sender; then the request is
 * parsed; then the desk is asked. All else is refused by code: `not-allowed` for a sender, or a name that is not on the
 * sender's list; `bad-request` for a request of another shape. `self` is this extension.
 */
export async function dispatch(
  message: unknown,
  sender: Sender,
  self: { id: string; origin: string },
  desks: { page: PageDesk; owner: OwnerDesk },
): Promise<Reply<unknown>> {
  const speaker = identifySender(sender, self);
  const call = v.safeParse(envelope, message);
  if (!speaker || !call.success || call.output.to !== speaker.kind) return refusal('not-allowed');
  try {
    const answer =
      speaker.kind === 'page'
        ? ask(desks.page, pageRequests, call.output, speaker)
        : ask(desks.owner, ownerRequests, call.output, speaker);
    return { ok: true, value: await answer };
  } catch (error) {
    return refusal(codeOf(error));
  }
}

/** Whether a message is the content script's word that a login begins, which is answered by nothing. `self` as above. */
export function isWake(message: unknown, sender: Sender, self: { id: string; origin: string }): boolean {
  // Every other message goes to `dispatch`, which identifies its sender by itself.
  return message === WAKE && identifySender(sender, self)?.kind === 'page';
}

const envelope = v.strictObject({
  to: v.picklist(['page', 'owner']),
  name: v.string(),
  request: v.unknown(),
});

async function ask<Name extends string, Asker extends Speaker>(
  desk: Record<Name, (request: never, asker: Asker) => Promise<unknown>>,
  schemas: Record<Name, v.GenericSchema>,
  call: { name: string; request: unknown },
  asker: Asker,
): Promise<unknown> {
  if (!Object.hasOwn(schemas, call.name)) throw new CodedError('not-allowed');
  const name = call.name as Name; // it is one of the schemas' own names
  const request = v.safeParse(schemas[name], call.request);
  if (!request.success) throw new CodedError('bad-request');
  return desk[name](request.output as never, asker); // parsed by the schema of the same name, which the types tie to it
}

function refusal(error: ErrorCode): Reply<never> {
  return { ok: false, error };
}
