import { isTotp, readChallenge, readChoice, readOutcome } from '../challenge/reply.ts';
import type { ProbeReport } from './report.ts';

/** `https://api.ecoledirecte.com/v3/…`, and `apip.` for teachers; the version may move. */
const HOST = /^api[a-z]*\.ecoledirecte\.com$/;
const QUESTION_PATH = /\/doubleauth\.awp$/;
const LOGIN_PATH = /\/login\.awp$/;

/** The calls that are looked at; of all others nothing is read. */
type Call = 'get' | 'post' | 'login';

/**
 * Reports each security question, its outcome, and the code of each login from the page's own calls, by XMLHttpRequest or
 * fetch. Runs in the page's world: requests go out and replies come in as if it were not there.
 */
export function observeNetwork(page: typeof globalThis, report: (report: ProbeReport) => void): void {
  let asked = 0;
  let given = 0;
  // A reply may be late, and the page with another question by then, of another login.
  const begin = (call: Call) => {
    if (call === 'get') asked += 1;
    return call === 'get' ? asked : given;
  };
  const reply = async (call: Call, of: number, body: () => Promise<string>, value: unknown) => {
    if (call === 'get') given = Math.max(given, of);
    const outcome = call === 'get' ? null : readOutcome(value);
    const challenge = call === 'get' && readChallenge(value);
    if (challenge) report({ kind: 'challenge', of, ...challenge });
    else if (call === 'login') outcome && report({ kind: 'login', code: outcome.code, totp: isTotp(value) });
    else if (outcome) report({ kind: 'outcome', of, ...outcome, proposition: readChoice(await body()) });
    else fail(call);
  };
  // Of a question that does not come there is nothing to say.
  const fail = (call: Call) => {
    if (call === 'post') report({ kind: 'failed' });
  };
  observeXhr(page, { begin, reply, fail });
  observeFetch(page, { begin, reply, fail });
}

interface Listener {
  /** Which question a call is of, by their number. */
  begin: (call: Call) => number;
  /** `body` gives what was sent, and is asked of an answer alone: what is sent with a login is not read. */
  reply: (call: Call, of: number, body: () => Promise<string>, value: unknown) => Promise<void>;
  fail: (call: Call) => void;
}

const XHR_FAILURES = ['error', 'timeout', 'abort'];

/** A call that is on its way: what was sent, and what ends listening to it. */
interface Watched {
  body: unknown;
  ending: AbortController;
}

function observeXhr(page: typeof globalThis, { begin, reply, fail }: Listener): void {
  const watched = new WeakMap<XMLHttpRequest, Watched>();
  const methods = page.XMLHttpRequest.prototype;
  const watch = (xhr: XMLHttpRequest, call: Call): Watched => {
    const it: Watched = { body: null, ending: new AbortController() };
    const of = begin(call);
    // The value at once: the page may use the same object for its next call.
    const read = async () => reply(call, of, () => textOf(it.body), await xhrValue(xhr));
    const listen = (type: string, hear: () => void) =>
      xhr.addEventListener(type, hear, { once: true, signal: it.ending.signal });
    listen('load', () => void read().catch(() => {}));
    for (const type of XHR_FAILURES) listen(type, () => fail(call));
    return it;
  };
  // Who listens from here on hears the reply before who begins once the call is opened, as most pages do: the advice is
  // on its way while they draw the question.
  methods.open = observed(methods.open, (xhr: XMLHttpRequest, [method, url]) => {
    // The same object may be used for another call.
    watched.get(xhr)?.ending.abort();
    watched.delete(xhr);
    const call = callOf(url, method, page);
    if (call) watched.set(xhr, watch(xhr, call));
  });
  methods.send = observed(methods.send, (xhr: XMLHttpRequest, [body]) => {
    const it = watched.get(xhr);
    if (it) it.body = body;
  });
}

function observeFetch(page: typeof globalThis, { begin, reply, fail }: Listener): void {
  const watch = (args: unknown[]): ((answer: Promise<Response>) => Promise<void>) | undefined => {
    const [input, init] = args as Parameters<typeof fetch>; // as the page calls it; what else it may be is caught
    const request = input instanceof page.Request ? input : null;
    const call = callOf(request ? request.url : input, init?.method ?? request?.method, page);
    if (!call) return undefined;
    // A body that was read once is gone, so a Request's is taken from a copy made before it is sent.
    const copy = call === 'post' && request && !init?.body ? request.clone() : null;
    const of = begin(call);
    return async (answer) => {
      try {
        const { ok, body } = (await answer).clone();
        // A response of its own is read to its end although the page ends its call once it has all, as Angular does.
        const value = parse(await textOf(ok ? body : null));
        await reply(call, of, async () => (copy ? copy.text() : textOf(init?.body)), value);
      } catch {
        // Also where a reply breaks off in its middle.
        fail(call);
      }
    };
  };
  page.fetch = new Proxy(page.fetch, {
    apply(target, self, args) {
      let watcher: ReturnType<typeof watch>;
      quietly(() => {
        watcher = watch(args);
      });
      const answer: Promise<Response> = Reflect.apply(target, self, args);
      // The page sees its own failure; ours would be noise.
      quietly(() => void watcher?.(answer).catch(() => {}));
      return answer;
    },
  });
}

/** The method with `before` called ahead of it; a proxy still prints as native code, and keeps name and length. */
function observed<Method extends (...args: never[]) => unknown, Self>(
  method: Method,
  before: (self: Self, args: unknown[]) => void,
): Method {
  return new Proxy(method, {
    apply(target, self, args) {
      quietly(() => before(self, args));
      return Reflect.apply(target, self, args);
    },
  });
}

/** Which of the calls it is, or null for any other. Of a login only the one that sends it: `GET` fetches a cookie. */
function callOf(url: unknown, method: unknown, page: typeof globalThis): Call | null {
  const text = String(url);
  if (!text.includes('.awp')) return null;
  const { hostname, pathname, searchParams } = new URL(text, page.location.href);
  if (!HOST.test(hostname)) return null;
  if (LOGIN_PATH.test(pathname)) return String(method).toUpperCase() === 'POST' ? 'login' : null;
  const verb = QUESTION_PATH.test(pathname) ? searchParams.get('verbe') : null;
  return verb === 'get' || verb === 'post' ? verb : null;
}

/** Null for a reply that is none of EcoleDirecte's, which are all of status 200 whatever they say. */
async function xhrValue({ responseType, response, status }: XMLHttpRequest): Promise<unknown> {
  if (status !== 200) return null;
  return responseType === 'json' ? response : parse(await textOf(response));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The text of a body, of a request or a reply, in whatever form it is. */
async function textOf(body: unknown): Promise<string> {
  if (body instanceof FormData) return `data=${encodeURIComponent(String(body.get('data') ?? ''))}`;
  // Without a detour where there need be none: a page may be about to draw its question.
  return typeof body === 'string' ? body : new Response(body as BodyInit | null).text(); // what else it may be becomes text
}

/** Whatever goes wrong in observing must not be felt by the page. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // nothing was understood, so nothing is reported
  }
}
