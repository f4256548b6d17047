import { readChallenge, readChoice, readOutcome } from '../challenge/reply.ts';
import type { ProbeReport } from './report.ts';

/** `https://api.ecoledirecte.com/v3/connexion/doubleauth.awp`, and `apip.` for teachers; the version may move. */
const HOST = /^api[a-z]*\.ecoledirecte\.com$/;
const PATH = /\/doubleauth\.awp$/;

/**
 * Reports each security question and its outcome from the page's own calls, by XMLHttpRequest or fetch. Runs in the
 * page's world: requests go out and replies come in as if it were not there, and of all other calls nothing is read.
 */
export function observeNetwork(page: typeof globalThis, report: (report: ProbeReport) => void): void {
  const reply = (verb: string, body: string, value: unknown) => {
    const challenge = verb === 'get' && readChallenge(value);
    if (challenge) report({ kind: 'challenge', ...challenge });
    const outcome = verb === 'post' && readOutcome(value);
    if (outcome) report({ kind: 'outcome', ...outcome, proposition: readChoice(body) });
  };
  observeXhr(page, reply);
  observeFetch(page, reply);
}

type OnReply = (verb: string, body: string, value: unknown) => void;

function observeXhr(page: typeof globalThis, reply: OnReply): void {
  const verbs = new WeakMap<XMLHttpRequest, string>();
  const methods = page.XMLHttpRequest.prototype;
  methods.open = observed(methods.open, (xhr: XMLHttpRequest, [, url]) => {
    verbs.set(xhr, verbOf(url, page) ?? '');
  });
  methods.send = observed(methods.send, (xhr: XMLHttpRequest, [body]) => {
    const verb = verbs.get(xhr);
    if (!verb) return;
    const read = () => quietly(() => reply(verb, bodyText(body), xhrValue(xhr)));
    xhr.addEventListener('load', read, { once: true });
  });
}

function observeFetch(page: typeof globalThis, reply: OnReply): void {
  page.fetch = new Proxy(page.fetch, {
    apply(target, self, args) {
      const [input, init] = args;
      const request = input instanceof page.Request ? input : null;
      const verb = verbOf(request ? request.url : input, page);
      // A body that was read once is gone, so a Request's is taken from a copy made before it is sent.
      const copy = verb === 'post' && request && !init?.body ? request.clone() : null;
      const answer: Promise<Response> = Reflect.apply(target, self, args);
      if (verb) {
        const read = async (response: Response) => {
          const value: unknown = await response.clone().json();
          reply(verb, copy ? await copy.text() : bodyText(init?.body), value);
        };
        answer.then(read).catch(() => {}); // the page sees its own failure; ours would be noise
      }
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

/** The verb of a call to the security question (`get`, `post`), or null for any other call. */
function verbOf(url: unknown, page: typeof globalThis): string | null {
  const text = String(url);
  if (!text.includes('doubleauth')) return null;
  const { hostname, pathname, searchParams } = new URL(text, page.location.href);
  return HOST.test(hostname) && PATH.test(pathname) ? searchParams.get('verbe') : null;
}

function xhrValue(xhr: XMLHttpRequest): unknown {
  if (xhr.responseType === 'json') return xhr.response;
  return JSON.parse(xhr.responseType === '' || xhr.responseType === 'text' ? xhr.responseText : '');
}

function bodyText(body: unknown): string {
  return typeof body === 'string' || body instanceof URLSearchParams ? String(body) : '';
}

/** Whatever goes wrong in observing must not be felt by the page. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // nothing was understood, so nothing is reported
  }
}
