import { browser } from 'wxt/browser';
import { CodedError, ERROR_CODES, type ErrorCode } from './errors.ts';
import type { OwnerProtocol, Reply } from './messages.ts';

export type Request<Name extends keyof OwnerProtocol> = Parameters<OwnerProtocol[Name]>[0];
export type Value<Name extends keyof OwnerProtocol> = ReturnType<OwnerProtocol[Name]>;
export type Ask = typeof ask;

/**
 * Asks the background one thing on the owner's behalf, and returns its answer. Throws CodedError with the code that
 * the background gave, `interrupted` when it did not answer, or `internal` when with something that is no reply.
 */
export async function ask<Name extends keyof OwnerProtocol>(
  name: Name,
  request: Request<Name>,
): Promise<Value<Name>> {
  const reply = parseReply<Value<Name>>(await send({ to: 'owner', name, request }));
  if (!reply.ok) throw new CodedError(reply.error);
  return reply.value;
}

async function send(message: unknown): Promise<unknown> {
  let reply: unknown;
  try {
    reply = await browser.runtime.sendMessage(message);
  } catch (cause) {
    throw new CodedError('interrupted', { cause });
  }
  // Where another page of ours hears it too, the background's silence is no error to the browser.
  if (reply === undefined) throw new CodedError('interrupted');
  return reply;
}

function parseReply<T>(reply: unknown): Reply<T> {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply))
    return { ok: false, error: 'internal' };
  // The value comes from this same build's background; the protocol is what types both ends.
  if (reply.ok === true && 'value' in reply) return { ok: true, value: reply.value as T };
  return { ok: false, error: 'error' in reply && isErrorCode(reply.error) ? reply.error : 'internal' };
}

function isErrorCode(value: unknown): value is ErrorCode {
  return ERROR_CODES.some((code) => code === value);
}
